. "$HARNESS"
corpus
run search -q --fields title,section,section_model,section_model_probability -n 4 --sort date 도깨비랩
run search -q --json --fields section_model,section_model_probability -n 1 --sort date 도깨비랩
run search -q --fields rank,outlet_name,title -n 2 --sort date 도깨비랩
run search -q --fields snippet -n 1 --sort date 도깨비랩
run search --fields rank,colour 도깨비랩
run search --sort size 도깨비랩
run search --facet colour 도깨비랩
