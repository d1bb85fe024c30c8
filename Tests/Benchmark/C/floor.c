// floor FROM TO: every Markdown file below FROM, parsed and rendered by libcmark, written below TO.
// What no site generator on libcmark can be faster than: no front matter read, no links, no templates; one thread.

#define _XOPEN_SOURCE 700
#include <cmark.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *destination;
static size_t prefix;

static int fail(const char *path) {
  fprintf(stderr, "floor: %s: %s\n", path, strerror(errno));
  return 1;
}

/// The byte after the front matter: after the second line that is `---`.
static const char *body(const char *text) {
  if (strncmp(text, "---\n", 4) != 0) return text;
  const char *end = strstr(text + 4, "\n---\n");
  return end ? end + 5 : text;
}

static int render(const char *from, size_t size, const char *to) {
  char *text = malloc(size + 1);
  FILE *in = fopen(from, "rb");
  if (!text || !in || fread(text, 1, size, in) != size) return fail(from);
  fclose(in);
  text[size] = 0;
  const char *start = body(text);
  cmark_node *tree = cmark_parse_document(start, size - (size_t)(start - text), CMARK_OPT_DEFAULT);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT);
  FILE *out = fopen(to, "wb");
  if (!out || fwrite(html, 1, strlen(html), out) != strlen(html) || fclose(out) != 0) return fail(to);
  free(html);
  cmark_node_free(tree);
  free(text);
  return 0;
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)place;
  char to[4096];
  size_t length = (size_t)snprintf(to, sizeof to, "%s%s", destination, path + prefix);
  if (length >= sizeof to) return 1;
  if (kind == FTW_D) return mkdir(to, 0777) != 0 && errno != EEXIST ? fail(to) : 0;
  if (length < 3 || strcmp(to + length - 3, ".md") != 0) return 0;
  memcpy(to + length - 3, ".ht", 3);
  return render(path, (size_t)status->st_size, to);
}

int main(int count, char **arguments) {
  if (count != 3) return 64;
  destination = arguments[2];
  prefix = strlen(arguments[1]);
  return nftw(arguments[1], visit, 32, FTW_PHYS) == 0 ? 0 : 1;
}
