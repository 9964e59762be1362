/* Trains and tests the recogniser of names. */
#ifndef GISA_NLP_TRAIN_NAMES_H
#define GISA_NLP_TRAIN_NAMES_H

/* gisa-train names FOLDER TWIN MODEL [EPOCHS] [WEIGHTS]
 *
 * FOLDER holds what nlp/train/name_text.py and name_lists.py write; TWIN is a tagger's model that
 * was not told the marked names. With "names-test", MODEL is not written: every fifth press
 * sentence and article in turn is left out and labelled. Returns: the program's exit status. */
int train_names_main(int argc, char **argv);

#endif
