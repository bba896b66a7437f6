// SPDX-License-Identifier: MIT
#include "small_model.hpp"

namespace qadam::testing {

using feel::Op;

base::Date day(int year, int month, int day_of_month) {
  return base::Date::from_ymd(year, month, day_of_month).value();
}

service::Model small_model() {
  service::Model m;
  m.id = "small";
  m.version = "1";
  m.is_application = true;
  // 0: first, 1: second, 2: "yes", 3: second = "yes"
  m.program.nodes = {{Op::field, 0, 0, 0}, {Op::field, 1, 0, 0}, {Op::string, 0, 0, 0}, {Op::equal, 0, 0, 2}};
  m.program.kids = {1, 2};
  m.program.strings = {"yes"};
  m.program.numbers = {*base::Decimal::parse("5406.25")};
  m.program.integers = {-1, std::int64_t{1} << 40};
  m.laws = {{"act:1", 7}};
  service::Field first;
  first.id = "first";
  first.type = service::FieldType::boolean;
  service::Field second;
  second.id = "second";
  second.type = service::FieldType::choice;
  second.flags = service::kMayNotKnow;
  second.ask = 0;
  second.options = {{"yes", 1, 2}, {"no", 3, service::kNoText}};
  second.law = {0};
  m.fields = {first, second};
  service::Condition leaf;
  leaf.id = "leaf";
  leaf.expr = 3;
  leaf.law = {0};
  leaf.from = day(2026, 1, 1);
  leaf.until = day(9999, 12, 31);
  service::Condition group;
  group.kind = service::ConditionKind::all;
  group.children = {0};
  group.from = day(1, 1, 1);
  group.until = day(9999, 12, 31);
  m.conditions = {leaf, group};
  service::Subtype subtype;
  subtype.number = 1;
  subtype.id = "small";
  subtype.condition = 1;
  m.subtypes = {subtype};
  service::Screen start;
  start.id = "start";
  start.kind = service::ScreenKind::start;
  service::Screen question;
  question.id = "question";
  question.fields = {0, 1};
  question.blocks = {1};
  m.screens = {start, question};
  m.times.limits = {{6, {0}, service::kFirstDay, service::kLastDay}};
  m.times.windows = {{301, 630, {0}, service::kFirstDay, service::kLastDay}};
  m.times.hours = {{540, 1110, 780, 870, {0}, service::kFirstDay, service::kLastDay}};
  m.times.calendar = {day(2026, 1, 1), day(2026, 12, 31), day(2026, 6, 30), {0, 1, 364}, {0}};
  m.terms = {{day(2026, 1, 1), day(2026, 8, 31), {0}}};
  m.amounts = {{day(2025, 1, 1), day(2025, 12, 31), "4915"}, {day(2026, 1, 1), day(2026, 12, 31), "5406.25"}};
  m.readers = {{0}, {0}};
  m.asks = {1};
  m.askers = {{1}, {}};
  return m;
}

}  // namespace qadam::testing
