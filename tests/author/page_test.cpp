// SPDX-License-Identifier: MIT
#include "author/page.hpp"

#include <doctest/doctest.h>

#include "work.hpp"

using namespace qadam;
using qadam::testing::has;

TEST_CASE("no text, in whatever block, becomes markup") {
  const std::string evil = "\"'><script>alert(1)</script>&amp;";
  author::Page page;
  page.lang = evil;
  page.title = evil;
  page.footer = evil;
  page.heading(1, evil);
  page.paragraph(evil);
  page.notice(evil);
  const author::Lines lines{{evil}, {evil, author::Tone::code}, {evil, author::Tone::law}};
  page.facts({{evil, lines}});
  page.rules({{evil, lines, {{evil, lines, {}}}}});
  page.table({evil, {evil, evil}, {{lines, lines}}});
  page.signature(evil, evil, {evil});
  const std::string html = author::html(page);
  CHECK(!has(html, "<script"));
  CHECK(!has(html, "'><"));
  CHECK(!has(html, "&amp;amp;script"));
  CHECK(has(html, "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;"));
}

TEST_CASE("a line break in a text stays one, as HTML and as text") {
  author::Page page;
  page.facts({{"a", {{"one\ntwo"}}}});
  CHECK(has(author::html(page), "<p>one<br>two</p>"));
  CHECK(has(author::plain(page), "  one\n  two\n"));
}
