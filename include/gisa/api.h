/* GISA_API marks what a program may call: everything else in libgisa is hidden. */
#ifndef GISA_API_H
#define GISA_API_H

#if defined(__GNUC__)
#define GISA_API __attribute__((visibility("default")))
#else
#define GISA_API
#endif

#endif
