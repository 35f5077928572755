// The ncurses calls this program uses, as Swift can see them: wide characters on, casted macros as constants,
// global variables behind calls.
#ifndef OAP_CNCURSES_SHIM_H
#define OAP_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>

// From <term.h>, which as a whole would draw half of the C library into this module.
extern int setupterm(const char *name, int descriptor, int *failure);
extern char *tigetstr(const char *name);

static const attr_t OAP_A_NORMAL = A_NORMAL;
static const attr_t OAP_A_BOLD = A_BOLD;
static const attr_t OAP_A_DIM = A_DIM;
static const attr_t OAP_A_REVERSE = A_REVERSE;
static const attr_t OAP_A_UNDERLINE = A_UNDERLINE;

static const mmask_t OAP_MOUSE_PRESSES =
    BUTTON1_PRESSED | BUTTON2_PRESSED | BUTTON3_PRESSED | BUTTON1_RELEASED | BUTTON2_RELEASED | BUTTON3_RELEASED;
static const mmask_t OAP_BUTTON1_PRESSED = BUTTON1_PRESSED;
static const mmask_t OAP_BUTTON2_PRESSED = BUTTON2_PRESSED;
static const mmask_t OAP_BUTTON3_PRESSED = BUTTON3_PRESSED;
static const mmask_t OAP_BUTTON1_RELEASED = BUTTON1_RELEASED;
static const mmask_t OAP_BUTTON2_RELEASED = BUTTON2_RELEASED;
static const mmask_t OAP_BUTTON3_RELEASED = BUTTON3_RELEASED;
static const mmask_t OAP_WHEEL_UP = BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
static const mmask_t OAP_WHEEL_DOWN = BUTTON5_PRESSED;
#else
static const mmask_t OAP_WHEEL_DOWN = 0;
#endif

static inline WINDOW *oap_stdscr(void) { return stdscr; }
static inline WINDOW *oap_curscr(void) { return curscr; }
static inline int oap_colors(void) { return COLORS; }
// A blank in the colours of a pair, for the background of a window.
static inline chtype oap_blank(short pair) { return (chtype)' ' | (chtype)COLOR_PAIR(pair); }
// tigetstr answers (char *)-1 for a name that is not a string capability; Swift cannot compare with that.
static inline const char *oap_capability(const char *name) {
  char *value = tigetstr(name);
  return value == (char *)-1 ? NULL : value;
}
// When it resumes, ncurses has the terminal reset its palette, although nothing here changes it; people do, with
// escape sequences of their own. The string that says how is made empty, in the description ncurses holds in memory.
static inline void oap_keep_palette(void) {
  char *value = tigetstr("oc");
  if (value != (char *)-1 && value != NULL) value[0] = 0;
}

#endif
