#define _GNU_SOURCE
#include "CTerminal.h"

#include <wchar.h>

int oap_library_width(unsigned int scalar) { return wcwidth((wchar_t)scalar); }
