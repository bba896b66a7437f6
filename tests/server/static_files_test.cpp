// SPDX-License-Identifier: MIT
#include "server/static_files.hpp"

#include <algorithm>

#include "fixture.hpp"

namespace qadam::server::testing {
namespace {

struct Site {
  Site() {
    folder.write("secret.txt", "not for the web");
    folder.write("web/index.html", "<qadam-wizard mode=\"demonstration\"></qadam-wizard>");
    folder.write("web/index.html.br", "compressed page");
    folder.write("web/operator/index.html", "operator");
    folder.write("web/assets/wizard.1a2b3c4d.js", "script");
    folder.write("web/assets/wizard.1a2b3c4d.js.br", "br");
    folder.write("web/assets/wizard.1a2b3c4d.js.gz", "gz");
    folder.write("web/wizard.wasm", "wasm");
    folder.write("web/.hidden", "hidden");
    std::filesystem::create_symlink(folder.path / "secret.txt", folder.path / "web" / "link.txt");
    files = std::make_unique<StaticFiles>(folder.path / "web", "", crypto);
  }

  Reply get(std::string path, std::string accept = {}, std::string if_none_match = {}) {
    Request request{"GET", std::move(path)};
    request.accept_encoding = std::move(accept);
    request.if_none_match = std::move(if_none_match);
    return files->get(request);
  }

  std::string body(std::string path, std::string accept = {}) {
    const Reply reply = get(std::move(path), std::move(accept));
    return reply.status == 200 && reply.body ? *reply.body : std::to_string(reply.status);
  }

  static std::string header(const Reply& reply, std::string_view name) {
    for (const auto& [known, value] : reply.headers) {
      if (known == name) return value;
    }
    return {};
  }

  TemporaryFolder folder;
  OpenSslCrypto crypto;
  std::unique_ptr<StaticFiles> files;
};

}  // namespace

TEST_CASE_FIXTURE(Site, "no path leaves the directory") {
  for (const char* path :
       {"/../secret.txt", "/assets/../../secret.txt", "/./../secret.txt", "//etc/passwd", "/..", "/assets/..",
        "/link.txt", "/..\\secret.txt", "/.hidden", "", "index.html", "/assets//x", "/index.html/", "/index.html/x"}) {
    CAPTURE(path);
    CHECK(get(path).status == 404);
  }
  CHECK(get(std::string("/index.html\0.png", 16)).status == 404);
}

TEST_CASE_FIXTURE(Site, "a folder shows its index, also when its slash was forgotten") {
  CHECK(body("/").find("qadam-wizard") != std::string::npos);
  CHECK(body("/operator/") == "operator");
  const Reply moved = get("/operator");
  CHECK(moved.status == 308);
  CHECK(Site::header(moved, "Location") == "./operator/");
  CHECK(get("/assets/").status == 404);
  CHECK(get("/assets").status == 404);
}

TEST_CASE_FIXTURE(Site, "content-hashed names are kept for ever, pages are asked about each time") {
  CHECK(Site::header(get("/assets/wizard.1a2b3c4d.js"), "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(Site::header(get("/"), "Cache-Control") == "no-cache");
  CHECK(Site::header(get("/wizard.wasm"), "Cache-Control") == "no-cache");
  const std::string etag = Site::header(get("/"), "ETag");
  CHECK(get("/", "", etag).status == 304);
  CHECK(get("/", "", "\"other\", W/" + etag).status == 304);
  CHECK(get("/", "", "\"other\"").status == 200);
}

TEST_CASE_FIXTURE(Site, "types are those that browsers insist on") {
  CHECK(get("/wizard.wasm").content_type == "application/wasm");
  CHECK(get("/").content_type == "text/html; charset=utf-8");
  CHECK(get("/assets/wizard.1a2b3c4d.js", "br").content_type == "text/javascript; charset=utf-8");
}

TEST_CASE_FIXTURE(Site, "compressed neighbours go to who takes them, the best first") {
  CHECK(body("/assets/wizard.1a2b3c4d.js") == "script");
  CHECK(body("/assets/wizard.1a2b3c4d.js", "gzip, deflate, br") == "br");
  CHECK(body("/assets/wizard.1a2b3c4d.js", "gzip") == "gz");
  CHECK(body("/assets/wizard.1a2b3c4d.js", "br;q=0, gzip;q=0.5") == "gz");
  CHECK(body("/assets/wizard.1a2b3c4d.js", "identity") == "script");
  CHECK(body("/wizard.wasm", "br") == "wasm");
  const Reply reply = get("/assets/wizard.1a2b3c4d.js", "br");
  CHECK(Site::header(reply, "Content-Encoding") == "br");
  CHECK(Site::header(reply, "Vary") == "Accept-Encoding");
  CHECK(Site::header(reply, "ETag") != Site::header(get("/assets/wizard.1a2b3c4d.js"), "ETag"));
}

TEST_CASE_FIXTURE(Site, "another mode is written into the page, safely, and its compressed neighbour is not sent") {
  CHECK(body("/", "br") == "compressed page");
  const std::string attributes = mode_attributes("connected", "A \"B\" <C> & D", "123456789012", "");
  CHECK(attributes == "mode=\"connected\" operator=\"A &quot;B&quot; &lt;C&gt; &amp; D\" bin=\"123456789012\"");
  files = std::make_unique<StaticFiles>(folder.path / "web", attributes, crypto);
  CHECK(body("/", "br") == "<qadam-wizard " + attributes + "></qadam-wizard>");
  CHECK(body("/assets/wizard.1a2b3c4d.js", "br") == "br");
  CHECK(mode_attributes("demonstration", "x", "y", "").empty());
  CHECK(mode_attributes("demonstration", "", "", "2026-08-20") == "mode=\"demonstration\" as-of=\"2026-08-20\"");
}

TEST_CASE_FIXTURE(Site, "a page that is built anew is served anew") {
  const std::string before = Site::header(get("/operator/"), "ETag");
  folder.write("web/operator/index.html", "built anew");
  std::filesystem::last_write_time(folder.path / "web/operator/index.html",
                                   std::filesystem::file_time_type::clock::now() + std::chrono::seconds(2));
  CHECK(body("/operator/") == "built anew");
  CHECK(Site::header(get("/operator/"), "ETag") != before);
}

TEST_CASE_FIXTURE(Site, "pages are read, not written") {
  Request request{"POST", "/"};
  CHECK(files->get(request).status == 405);
}

TEST_CASE("without built pages the server has an API and nothing else") {
  OpenSslCrypto crypto;
  StaticFiles none("/no/such/folder", "", crypto);
  CHECK(none.get({"GET", "/"}).status == 404);
}

}  // namespace qadam::server::testing
