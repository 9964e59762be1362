/* Checks that what the store holds is consistent. */
#ifndef GISA_INDEX_STORE_CHECK_H
#define GISA_INDEX_STORE_CHECK_H

#include "gisa/store.h"
#include "index/store/store.h"

#endif
