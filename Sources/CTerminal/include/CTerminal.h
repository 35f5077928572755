// The little that must be C: pipes and signal handlers, the crash guard, and child processes on a terminal.
#ifndef OAP_CTERMINAL_H
#define OAP_CTERMINAL_H

#include <stddef.h>
#include <sys/types.h>

// A pipe, both ends close-on-exec and non-blocking. Returns 0, or -1 with errno.
int oap_pipe(int ends[2]);

// Lets SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD and SIGWINCH write their number into a pipe.
// Signals that are ignored stay ignored. Returns the end to read, or -1 with errno.
int oap_signals_open(void);
// Puts the handlers back that were there before. The pipe stays.
void oap_signals_close(void);
// Stops this process (group 0: the whole foreground job) as ctrl-Z does. Returns when it runs again, or at once when
// there is no job control; SIGCONT in the pipe tells which.
void oap_stop(int whole_group);

// Remembers the modes of a terminal, to be called before anything changes them. Returns 0, or -1 with errno.
int oap_guard_remember(int terminal);
// From here on a crash writes `leave` to the terminal, restores its modes, and reports on the real standard error before
// the handlers that were installed earlier run. While open, standard error goes to memory if it is a terminal.
void oap_guard_open(int terminal, const char *leave, size_t length);
// Ends the guard after a regular end: restores modes and standard error, and copies out what was written meanwhile.
void oap_guard_close(void);
// The same with the leave sequence, safe in a signal handler and when called twice.
void oap_guard_restore(void);
// The descriptor that really is standard error, also while the guard holds it.
int oap_guard_standard_error(void);

// Starts a program in the same process group and session, with default signals and `standard_error` as descriptor 2.
// Looks the file up in PATH. Returns the pid, or -1 with errno.
pid_t oap_spawn_foreground(const char *file, char *const argv[], char *const envp[], int standard_error);

// Starts a program on a new pseudo-terminal of that size, in a session of its own. Returns the pid and the other end
// of the terminal in `master` (close-on-exec), or -1 with errno.
pid_t oap_spawn_pty(const char *path, char *const argv[], char *const envp[], unsigned short rows,
                    unsigned short columns, int *master);
// Opens a pseudo-terminal of that size for use inside this process. Returns 0, or -1 with errno.
int oap_open_pty(unsigned short rows, unsigned short columns, int *master, int *terminal);
// Sets the size of a terminal; whoever runs on it gets SIGWINCH. Returns 0, or -1 with errno.
int oap_set_size(int terminal, unsigned short rows, unsigned short columns);
// Asks for the size of a terminal; both are 0 when it does not know. Returns 0, or -1 with errno.
int oap_get_size(int terminal, unsigned short *rows, unsigned short *columns);

// How wide the C library takes a character to be in the thread's locale, which is what ncurses goes by; -1 for none.
int oap_library_width(unsigned int scalar);

#endif
