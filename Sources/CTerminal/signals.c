#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGCHLD, SIGWINCH};
enum { count = sizeof caught / sizeof caught[0] };

static struct sigaction previous[count];
static int ends[2] = {-1, -1};
static int is_open = 0;

// Runs on any thread at any moment: one write, nothing else. A full pipe is fine, the loop is going to wake.
static void note(int number) {
  int saved = errno;
  unsigned char byte = (unsigned char)number;
  (void)!write(ends[1], &byte, 1);
  errno = saved;
}

int oap_signals_open(void) {
  if (is_open) return ends[0];
  if (ends[0] < 0 && oap_pipe(ends) != 0) return -1;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) {
    sigaction(caught[i], NULL, &previous[i]);
    if (previous[i].sa_handler == SIG_IGN && caught[i] != SIGCHLD) continue;
    sigaction(caught[i], &action, NULL);
  }
  is_open = 1;
  return ends[0];
}

void oap_signals_close(void) {
  if (!is_open) return;
  for (int i = 0; i < count; i++) sigaction(caught[i], &previous[i], NULL);
  is_open = 0;
}

void oap_stop(int whole_group) {
  struct sigaction regular = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&regular.sa_mask);
  sigaction(SIGTSTP, &regular, &ours);
  if (whole_group) kill(0, SIGTSTP);
  else kill(getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
