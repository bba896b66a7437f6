// The order of a Model's members in its file, said once for reading and writing.
//
// `visit(a, x)` hands each member to the archive `a`, which either writes it or fills it.
// SPDX-License-Identifier: MIT
#pragma once

#include "service/model.hpp"

namespace qadam::service {

template <class A>
void visit(A& a, Option& x) {
  a(x.value, x.text, x.hint, x.group);
}

template <class A>
void visit(A& a, Field& x) {
  a(x.id, x.type, x.source, x.flags, x.max_length, x.ask, x.title, x.hint, x.why, x.options, x.examples, x.law);
}

template <class A>
void visit(A& a, Condition& x) {
  a(x.kind, x.id, x.expr, x.text, x.stop, x.law, x.children, x.from, x.until);
}

template <class A>
void visit(A& a, Item& x) {
  a(x.id, x.kind, x.field, x.required, x.when, x.title, x.hint, x.law, x.notes, x.condition, x.slow, x.from, x.until);
}

template <class A>
void visit(A& a, Subtype& x) {
  a(x.number, x.id, x.title, x.chosen, x.condition, x.law, x.items);
}

template <class A>
void visit(A& a, Check& x) {
  a(x.id, x.stage, x.field, x.condition, x.sensitive, x.label, x.pass, x.consent, x.facts);
}

template <class A>
void visit(A& a, Screen& x) {
  a(x.id, x.kind, x.stage, x.modes, x.show, x.title, x.lead, x.body, x.other_note, x.fields, x.ends, x.blocks, x.notes,
    x.law, x.samples);
}

template <class A>
void visit(A& a, Stage& x) {
  a(x.number, x.id, x.kind, x.title, x.system, x.now, x.booked, x.stop_title, x.stop_text, x.stop_todo, x.fact_known,
    x.fact_unknown, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Law& x) {
  a(x.id, x.text);
}

template <class A>
void visit(A& a, Note& x) {
  a(x.id, x.kind, x.text, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Term& x) {
  a(x.from, x.until, x.law);
}

template <class A>
void visit(A& a, Amount& x) {
  a(x.from, x.until, x.value);
}

template <class A>
void visit(A& a, Sample& x) {
  a(x.id, x.title, x.rows, x.law);
}

template <class A>
void visit(A& a, Ground& x) {
  a(x.id, x.text, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Contact& x) {
  a(x.phone, x.text);
}

template <class A>
void visit(A& a, Remedy& x) {
  a(x.id, x.kind, x.confidence, x.title, x.text, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Migration::Rename& x) {
  a(x.before, x.after);
}

template <class A>
void visit(A& a, Migration::Move& x) {
  a(x.field, x.before, x.after);
}

template <class A>
void visit(A& a, Migration& x) {
  a(x.from, x.to, x.impossible, x.renames, x.moves, x.drops);
}

template <class A>
void visit(A& a, TimeLimit& x) {
  a(x.working_days, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Window& x) {
  a(x.first, x.last, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Hours& x) {
  a(x.opens, x.closes, x.lunch_from, x.lunch_to, x.law, x.from, x.until);
}

template <class A>
void visit(A& a, Calendar& x) {
  a(x.first, x.last, x.sure_until, x.turned, x.law);
}

template <class A>
void visit(A& a, Times& x) {
  a(x.limits, x.windows, x.hours, x.calendar);
}

template <class A>
void visit(A& a, Words& x) {
  a(x.title, x.summary, x.provider, x.result, x.fee, x.need, x.time, x.closed_title, x.closed_lead, x.closed_what,
    x.early_title, x.early_lead, x.done);
}

template <class A>
void visit(A& a, feel::Node& x) {
  a(x.op, x.a, x.first_kid, x.kids);
}

template <class A>
void visit(A& a, feel::Program& x) {
  a(x.nodes, x.kids, x.numbers, x.strings, x.integers);
}

template <class A>
void visit(A& a, Finder::Covered& x) {
  a(x.id, x.title, x.closed, x.from, x.until, x.fields);
}

template <class A>
void visit(A& a, Finder::Given& x) {
  a(x.field, x.value);
}

template <class A>
void visit(A& a, Finder::Entry& x) {
  a(x.service, x.subtype, x.label, x.gives, x.also, x.asks);
}

template <class A>
void visit(A& a, Finder& x) {
  a(x.reason, x.services, x.entries, x.derived, x.words);
}

template <class A>
void visit(A& a, Model& x) {
  a(x.id, x.version, x.is_application, x.eligibility_is_advice, x.other_when, x.words, x.program, x.laws, x.fields,
    x.conditions, x.subtypes, x.checks, x.screens, x.stages, x.notes, x.terms, x.amounts, x.grounds, x.obtained,
    x.obtained_law, x.contacts, x.samples, x.title_law, x.provider_law, x.fee_law, x.migrations, x.times, x.readers,
    x.asks, x.askers, x.remedies, x.result_law, x.finder);
}

}  // namespace qadam::service
