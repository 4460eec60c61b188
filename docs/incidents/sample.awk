# sample.awk SCENARIO: the scenario as a C text, so that `fireground tour` has
# it wherever the program is (src/run/sample.h).

BEGIN {
	print "/* Made of docs/incidents by docs/incidents/sample.awk. */"
	print "#include \"run/sample.h\"\n"
	print "const char sample_scenario[] ="
}

{
	gsub(/\\/, "&&")
	gsub(/"/, "\\\"")
	print "\t\"" $0 "\\n\""
}

END { print "\t;" }
