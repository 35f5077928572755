#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

// No new process group: a child outside the terminal's foreground group is stopped at its first read.
pid_t oap_spawn_foreground(const char *file, char *const argv[], char *const envp[], int standard_error) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init(&actions);
  if (standard_error != 2) posix_spawn_file_actions_adddup2(&actions, standard_error, 2);
  pid_t child = -1;
  int failure = posix_spawnp(&child, file, &actions, &attributes, argv, envp);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failure == 0) return child;
  errno = failure;
  return -1;
}

static int open_master(void) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0) return master;
  if (master >= 0) close(master);
  return -1;
}

int oap_open_pty(unsigned short rows, unsigned short columns, int *master, int *terminal) {
  *master = open_master();
  if (*master < 0) return -1;
  *terminal = open(ptsname(*master), O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (*terminal >= 0 && oap_set_size(*terminal, rows, columns) == 0) return 0;
  if (*terminal >= 0) close(*terminal);
  close(*master);
  return -1;
}

int oap_set_size(int terminal, unsigned short rows, unsigned short columns) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(terminal, TIOCSWINSZ, &size);
}

int oap_get_size(int terminal, unsigned short *rows, unsigned short *columns) {
  struct winsize size = {0};
  int result = ioctl(terminal, TIOCGWINSZ, &size);
  *rows = size.ws_row;
  *columns = size.ws_col;
  return result;
}

// Between fork and exec only async-signal-safe calls.
static void become(int terminal, const char *path, char *const argv[], char *const envp[]) {
  sigset_t none;
  sigemptyset(&none);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  ioctl(terminal, TIOCSCTTY, 0);
  for (int descriptor = 0; descriptor < 3; descriptor++) dup2(terminal, descriptor);
  execve(path, argv, envp);
  _exit(127);
}

pid_t oap_spawn_pty(const char *path, char *const argv[], char *const envp[], unsigned short rows,
                    unsigned short columns, int *master) {
  int terminal;
  if (oap_open_pty(rows, columns, master, &terminal) != 0) return -1;
  pid_t child = fork();
  if (child == 0) become(terminal, path, argv, envp);
  close(terminal);
  if (child < 0) close(*master);
  return child;
}
