// The system's libcmark (CommonMark 0.30, the reference implementation).
#include <cmark.h>
