// The system's libcmark (CommonMark 0.30, the reference implementation), and from the C library what its
// strings need: strlen to measure them, free to give them back.
#include <cmark.h>
#include <stdlib.h>
#include <string.h>
