// timed REPORT COMMAND…: runs the command and writes its exit code, wall seconds, CPU seconds and peak memory in
// bytes to REPORT. A small program of its own, because Linux counts the memory of whoever starts a process
// towards that process's peak, and the driver's interpreter is larger than what it measures.

#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;
static pid_t child;

static void pass_on(int number) { kill(child, number); }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
  if (count < 3) return 64;
  double start = now();
  if (posix_spawnp(&child, arguments[2], NULL, NULL, arguments + 2, environ) != 0) {
    perror(arguments[2]);
    return 2;
  }
  signal(SIGTERM, pass_on);
  signal(SIGINT, pass_on);
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {}
  double wall = now() - start;
#ifdef __APPLE__
  double peak = (double)usage.ru_maxrss;
#else
  double peak = (double)usage.ru_maxrss * 1024;
#endif
  FILE *report = fopen(arguments[1], "w");
  if (!report) return 2;
  fprintf(report, "%d %f %f %.0f\n", WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), wall,
          seconds(usage.ru_utime) + seconds(usage.ru_stime), peak);
  return fclose(report) == 0 ? 0 : 2;
}
