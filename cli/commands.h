/* Every command's function; cmd_<name>.c holds it. */
#ifndef GISA_CLI_COMMANDS_H
#define GISA_CLI_COMMANDS_H

#include "cli/cli.h"

int cmd_analyze(cli *c, int argc, char **argv);
int cmd_import(cli *c, int argc, char **argv);
int cmd_trend(cli *c, int argc, char **argv);
int cmd_topics(cli *c, int argc, char **argv);
int cmd_digest(cli *c, int argc, char **argv);
int cmd_export(cli *c, int argc, char **argv);
int cmd_rebuild(cli *c, int argc, char **argv);
int cmd_extract(cli *c, int argc, char **argv);
int cmd_doctor(cli *c, int argc, char **argv);
int cmd_fetch(cli *c, int argc, char **argv);
int cmd_sources(cli *c, int argc, char **argv);
int cmd_robots(cli *c, int argc, char **argv);
int cmd_completions(cli *c, int argc, char **argv);

int cmd_alert(cli *c, int argc, char **argv);
int cmd_search(cli *c, int argc, char **argv);
int cmd_show(cli *c, int argc, char **argv);
int cmd_entities(cli *c, int argc, char **argv);
int cmd_quotes(cli *c, int argc, char **argv);
int cmd_authors(cli *c, int argc, char **argv);
int cmd_facts(cli *c, int argc, char **argv);
int cmd_check(cli *c, int argc, char **argv);

#endif
