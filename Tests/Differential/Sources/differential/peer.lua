-- A filter of an empty document that answers on standard output: one pandoc reads every document that is asked for,
-- each by a parse of its own, so that no link definition or note is seen by the next one.
--
-- A request is the text's length in bytes, a space, the format and a line end, then the text. The answer is the
-- length of a JSON document and a line end, then the JSON and a line end.
while true do
  local count = io.stdin:read("n")
  if not count then break end
  local format = io.stdin:read("l"):sub(2)
  local text = count > 0 and io.stdin:read(count) or ""
  -- A reader that fails (on a deep nest of brackets, say) is an answer too.
  local isRead, document = pcall(pandoc.read, text, format)
  local answer = isRead and pandoc.write(document, "json") or "{}"
  io.stdout:write(#answer, "\n", answer, "\n")
  io.stdout:flush()
end
os.exit(0)
