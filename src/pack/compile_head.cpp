// What a service is: its acts and their days, fee, times, words (see compilation.hpp).
// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/decimal.hpp"
#include "pack/compilation.hpp"

namespace qadam::pack {
namespace {

// "1414", "8 800 080 7777"; anything else in `contacts` is a key of a text.
bool is_phone(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789 +()-") == std::string::npos;
}

}  // namespace

void Compilation::head() {
  pack_.allow(shape::kPack);
  identity();
  words();
  terms();
  fee();
  times();
  contacts();
}

void Compilation::identity() {
  if (pack_.whole("format") != kPackFormat) pack_.report("pack.value", "format", "this compiler reads format 2");
  m_.id = pack_.string("id");
  if (m_.id != sources_.service) pack_.report("pack.value", "id", "must be the file's name: " + sources_.service);
  m_.version = pack_.string("version");
  const std::string status = pack_.string_or("status", "published");
  if (status != "published" && status != "draft") pack_.report("pack.value", "status", "published or draft");
  const std::string kind = pack_.string("kind");
  if (kind != "application" && kind != "information") pack_.report("pack.value", "kind", "application or information");
  m_.is_application = kind == "application";
  m_.eligibility_is_advice = pack_.boolean_or("eligibilityIsAdvice", true);
  (void)pack_.strings("channels");
  for (const std::string& way : pack_.strings("signing")) {
    if (way != "eds" && way != "otp") pack_.report("pack.value", "signing", "eds or otp, not " + way);
  }
  for (const std::string& prefix : pack_.strings("applicantOnly")) {
    const auto& texts = sources_.service_texts.at("kk");
    const bool known = std::any_of(texts.items().begin(), texts.items().end(),
                                   [&](const auto& t) { return t.key().compare(0, prefix.size(), prefix) == 0; });
    if (!known) pack_.report("pack.value", "applicantOnly", "no text begins with " + prefix);
  }
  const JsonReader law_of = pack_.object("lawOf");
  law_of.allow(shape::kLawOf);
  for (const std::string& key : law_of.keys()) {
    if (key != "result") cited(law_of, key.c_str());
  }
}

void Compilation::words() {
  service::Words& w = m_.words;
  w.title = texts_.own("title");
  w.summary = texts_.own("summary");
  w.provider = texts_.own(pack_.string("provider"));
  w.result = texts_.own(pack_.string("result"));
  w.fee = texts_.own("fee", Need::optional);
  w.need = texts_.own("screen.start.need", Need::optional);
  w.time = texts_.own("screen.start.time", Need::optional);
  w.closed_title = texts_.own("closed.title", Need::optional);
  w.closed_lead = texts_.own("closed.lead", Need::optional);
  w.closed_what = texts_.own("closed.what", Need::optional);
  w.early_title = texts_.own("early.title", Need::optional);
  w.early_lead = texts_.own("early.lead", Need::optional);
  w.done = texts_.own("stage.done", Need::optional);
}

void Compilation::terms() {
  for (const JsonReader& law : pack_.objects("law")) {
    law.allow(shape::kLaw);
    service::Term term{law.date("from"), service::kLastDay, laws(law, "cites")};
    if (law.has("until")) term.until = law.date("until");
    if (term.until < term.from) law.report("pack.value", "until", "before 'from'");
    if (term.law.empty()) term.law.push_back(cite(law.string("id"), law.place()));
    m_.terms.push_back(std::move(term));
  }
  if (m_.terms.empty()) pack_.report("pack.missing", "law", "a service names the acts that carry it, with their days");
}

// The fee of each period: times x rate, exact; a year without a rate has no amount.
void Compilation::fee() {
  const JsonReader fee = pack_.object("fee");
  fee.allow(shape::kFee);
  if (fee.boolean_or("free", false) || !fee.has("rate")) return;
  laws(fee);
  const auto times = base::Decimal::parse(fee.string("times"));
  const std::string rate = fee.string("rate");
  if (!times) fee.report("pack.value", "times", "a decimal number as text is expected");
  if (!sources_.rates.contains("rates") || !sources_.rates["rates"].contains(rate)) {
    fee.report("pack.value", "rate", "no rate '" + rate + "' in assets/rates.json");
    return;
  }
  const JsonReader periods(sources_.rates["rates"][rate], "assets/rates.json", "/rates/" + rate, diagnostics_);
  for (const JsonReader& period : periods.objects("periods")) {
    period.allow(shape::kRatePeriod);
    const auto value = base::Decimal::parse(period.string("value"));
    const auto amount = value && times ? base::Decimal::multiply(*value, *times) : std::nullopt;
    if (!amount) {
      period.report("pack.value", "value", "a decimal number as text is expected");
      continue;
    }
    m_.amounts.push_back({period.date("from"), period.date("until"), amount->text()});
  }
}

void Compilation::contacts() {
  for (const std::string& contact : pack_.strings("contacts")) {
    const bool phone = is_phone(contact);
    m_.contacts.push_back({phone ? contact : std::string(), phone ? service::kNoText : texts_.own(contact)});
  }
}

void Compilation::head_laws() {
  const JsonReader law_of = pack_.object("lawOf");
  m_.title_law = laws(law_of, "title");
  m_.result_law = laws(law_of, "result");
  m_.provider_law = laws(law_of, "provider");
  m_.fee_law = laws(law_of, "fee");
  if (m_.fee_law.empty()) m_.fee_law = laws(pack_.object("fee"));
}

void Compilation::obtained() {
  for (const std::string& key : pack_.strings("obtainedByProvider")) m_.obtained.push_back(texts_.own(key));
  if (!m_.obtained.empty()) m_.obtained_law = laws(pack_.object("lawOf"), "obtainedByProvider");
}

}  // namespace qadam::pack
