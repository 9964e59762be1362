#include "ingest/page/script_data.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_script_data d = {0};
    gisa_script_data_reset(&d);
    d.ld.headline = d.state.section = GISA_STR("가나");
    d.state.weight = 7;
    gisa_buf_add_c(&d.ld_body, "한 문단");
    gisa_buf_add_c(&d.state_body, "<p>한 문단</p>");
    const char *room = d.state_body.p;
    gisa_script_data_reset(&d);
    OK(!d.ld.headline.p && !d.state.section.p && !d.state.weight, "the last page's fields go");
    EQUAL(d.ld_body.n + d.state_body.n, 0, "and so do its bodies");
    gisa_buf_add_c(&d.state_body, "<p>둘째</p>");
    OK(d.state_body.p == room, "whose room serves the next page");
    gisa_script_data_clear(&d);
    OK(!d.ld_body.p && !d.state_body.p, "until all of it is given back");
    return test_end();
}
