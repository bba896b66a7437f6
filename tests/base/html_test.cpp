// SPDX-License-Identifier: MIT
#include "base/html.hpp"

#include <doctest/doctest.h>

using qadam::base::html_escaped;

TEST_CASE("no text can leave its place in a page: neither between tags nor in an attribute") {
  CHECK(html_escaped("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(html_escaped("\" onload='x' & more") == "&quot; onload=&#39;x&#39; &amp; more");
  CHECK(html_escaped("&amp;") == "&amp;amp;");
  CHECK(html_escaped("\xD3\x98\xD2\x93").size() == 4);
  CHECK(html_escaped("").empty());
}
