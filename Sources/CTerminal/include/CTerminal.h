// The little that must be C: pipes and signal handlers, the crash guard, and a child on a terminal of its own.
#ifndef OAP_CTERMINAL_H
#define OAP_CTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

// A pipe, both ends close-on-exec and non-blocking. Returns 0, or -1 with errno.
int oap_pipe(int ends[2]);

#endif
