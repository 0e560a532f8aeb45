#include <stdlib.h>
__attribute__((export_name("probe"))) void *probe(unsigned size) { return malloc(size); }
