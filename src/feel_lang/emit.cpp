// SPDX-License-Identifier: MIT
#include "feel_lang/emit.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "feel/literal.hpp"
#include "feel_lang/builtins.hpp"
#include "feel_lang/suggest.hpp"

namespace qadam::feel_lang {
namespace {

using feel::Function;
using feel::Op;
using Nodes = std::vector<std::uint32_t>;

struct Operator {
  std::string_view sign;
  Op op;
};

constexpr Operator kOperators[] = {{"+", Op::add},        {"-", Op::subtract},      {"*", Op::multiply},
                                   {"/", Op::divide},     {"**", Op::power},        {"=", Op::equal},
                                   {"!=", Op::not_equal}, {"<", Op::less},          {"<=", Op::less_equal},
                                   {">", Op::greater},    {">=", Op::greater_equal}};
constexpr std::string_view kTests[] = {"", "<", "<=", ">", ">=", "=", "!="};  // in the order of feel::Test

bool speaks_of_subject(const Syntax& s) {
  if (s.kind == SyntaxKind::subject) return true;
  if (s.kind == SyntaxKind::in) return speaks_of_subject(s.kids.front());  // its tests have a subject of their own
  return std::any_of(s.kids.begin(), s.kids.end(), speaks_of_subject);
}

std::string signature(const Builtin& builtin) {
  return std::string(builtin.name) + "(" + std::string(builtin.parameters) + ")";
}

class Emitter {
 public:
  Emitter(std::string_view source, const Names& names, feel::Program& program, std::vector<base::Error>& errors)
      : source_(source), names_(names), program_(program), errors_(errors) {}

  Compiled run(const Syntax& syntax) {
    Compiled out;
    out.root = emit(syntax);
    out.reads = std::move(reads_);
    out.spans = std::move(spans_);
    return out;
  }

 private:
  // What a name may mean further in: a variable, an earlier entry, or (is_item) anything that an item of the list has.
  struct Scope {
    std::string name;
    std::uint16_t slot;
    bool is_item;
    bool used;
  };

  std::uint32_t refuse(const Syntax& s, const std::string& code, const std::string& detail) {
    errors_.push_back(error_at(s, source_, code, detail));
    return node(s, Op::null_literal, {});
  }

  std::uint32_t node(const Syntax& s, Op op, const Nodes& kids, std::size_t a = 0) {
    feel::Node made;
    made.op = op;
    made.a = static_cast<std::uint16_t>(a);
    made.first_kid = static_cast<std::uint32_t>(program_.kids.size());
    made.kids = static_cast<std::uint16_t>(kids.size());
    program_.kids.insert(program_.kids.end(), kids.begin(), kids.end());
    program_.nodes.push_back(made);
    const auto number = static_cast<std::uint32_t>(program_.nodes.size() - 1);
    spans_.emplace(number, Span{s.begin, s.end});
    return number;
  }

  template <class T>
  static std::size_t constant(std::vector<T>& pool, const T& value) {
    const auto it = std::find(pool.begin(), pool.end(), value);
    if (it != pool.end()) return static_cast<std::size_t>(it - pool.begin());
    pool.push_back(value);
    return pool.size() - 1;
  }

  std::uint32_t string_node(const Syntax& s, const std::string& text) {
    return node(s, Op::string, {}, constant(program_.strings, text));
  }

  Nodes all(const std::vector<Syntax>& list, std::size_t first = 0) {
    Nodes out;
    for (std::size_t i = first; i < list.size(); ++i) out.push_back(emit(list[i]));
    return out;
  }

  std::uint16_t open(const std::string& name, bool is_item = false) {
    const std::uint16_t slot = next_slot_++;
    scopes_.push_back({name, slot, is_item, false});
    return slot;
  }

  // Closes the innermost `count` scopes; whether the outermost of them was used.
  bool close(std::size_t count) {
    const bool used = scopes_[scopes_.size() - count].used;
    scopes_.resize(scopes_.size() - count);
    next_slot_ = static_cast<std::uint16_t>(next_slot_ - count);
    return used;
  }

  std::uint32_t emit(const Syntax& s) {
    if (next_slot_ >= feel::kMaxSlots - 256) return refuse(s, "feel.slots", "variables are nested too deep");
    switch (s.kind) {
      case SyntaxKind::literal:
        return literal(s);
      case SyntaxKind::name:
        return name(s, scopes_.size());
      case SyntaxKind::subject:
        return subject(s);
      case SyntaxKind::negate:
        return node(s, Op::negate, all(s.kids));
      case SyntaxKind::binary:
        for (const Operator& o : kOperators) {
          if (o.sign == s.text) return node(s, o.op, all(s.kids));
        }
        return refuse(s, "feel.syntax", "no such operator");
      case SyntaxKind::junction:
        return node(s, s.text == "and" ? Op::conjunction : Op::disjunction, all(s.kids));
      case SyntaxKind::between:
        return node(s, Op::between, all(s.kids));
      case SyntaxKind::in:
        return in(s);
      case SyntaxKind::test:
        return test(s);
      case SyntaxKind::if_else:
        return node(s, Op::conditional, all(s.kids));
      case SyntaxKind::for_each:
        return for_each(s);
      case SyntaxKind::some:
      case SyntaxKind::every:
        return quantified(s, 0);
      case SyntaxKind::span:
        return node(s, Op::span, all(s.kids));
      case SyntaxKind::path:
        return node(s, Op::path, all(s.kids), constant(program_.strings, s.text));
      case SyntaxKind::filter:
        return filter(s);
      case SyntaxKind::call:
        return call(s);
      case SyntaxKind::list:
        return node(s, Op::list, all(s.kids));
      case SyntaxKind::context:
        return context(s);
      case SyntaxKind::range:
        return node(s, Op::range, all(s.kids), (s.text[0] == '[' ? 1u : 0u) + (s.text[1] == ']' ? 2u : 0u));
    }
    return refuse(s, "feel.syntax", "not understood");
  }

  std::uint32_t literal(const Syntax& s) {
    switch (s.token.kind) {
      case TokenKind::number: {
        const auto number = base::Decimal::parse(s.text);
        if (!number) return refuse(s, "feel.literal", "not a number that can be held");
        return node(s, Op::number, {}, constant(program_.numbers, *number));
      }
      case TokenKind::string:
        return string_node(s, s.text);
      case TokenKind::at_string:
        return at_literal(s);
      default:
        return node(s,
                    s.text == "null"   ? Op::null_literal
                    : s.text == "true" ? Op::true_literal
                                       : Op::false_literal,
                    {});
    }
  }

  std::uint32_t at_literal(const Syntax& s) {
    if (const auto date = feel::parse_far_date(s.text)) {
      return node(s, Op::date, {}, constant(program_.integers, date->days()));
    }
    const feel::Value duration = feel::parse_duration(s.text);
    if (const auto* m = duration.as<feel::Months>()) {
      return node(s, Op::months, {}, constant(program_.integers, m->count));
    }
    if (const auto* d = duration.as<feel::Seconds>()) {
      return node(s, Op::seconds, {}, constant(program_.numbers, d->count));
    }
    return refuse(s, "feel.literal", "neither a day that exists nor a duration");
  }

  // `below`: only scopes with a smaller index are looked at.
  std::uint32_t name(const Syntax& s, std::size_t below) {
    for (std::size_t i = below; i-- > 0;) {
      Scope& scope = scopes_[i];
      if (!scope.is_item) {
        if (scope.name == s.text) return node(s, Op::local, {}, scope.slot);
        continue;
      }
      scope.used = true;
      const std::uint16_t slot = scope.slot;
      const std::uint32_t key = string_node(s, s.text);
      const std::uint32_t otherwise = s.text == "item" ? node(s, Op::local, {}, slot)
                                      : is_known(s, i) ? name(s, i)
                                                       : node(s, Op::null_literal, {});
      return node(s, Op::item_entry, {key, otherwise}, slot);
    }
    const auto it = names_.find(s.text);
    if (it == names_.end()) return undeclared(s);
    const Declared& declared = it->second;
    if (declared.root) {
      reads_.insert(declared.reads.begin(), declared.reads.end());
      spans_.emplace(*declared.root, Span{s.begin, s.end});
      return *declared.root;
    }
    reads_.insert(declared.field);
    return node(s, Op::field, {}, declared.field);
  }

  [[nodiscard]] bool is_known(const Syntax& s, std::size_t below) const {
    for (std::size_t i = 0; i < below; ++i) {
      if (scopes_[i].is_item || scopes_[i].name == s.text) return true;
    }
    return names_.count(s.text) != 0;
  }

  std::uint32_t undeclared(const Syntax& s) {
    std::vector<std::string> known;
    for (const auto& entry : names_) known.push_back(entry.first);
    for (const Scope& scope : scopes_) known.push_back(scope.name);
    return refuse(s, "feel.name", "no such name" + suggestion(s.text, known));
  }

  std::uint32_t subject(const Syntax& s) {
    for (std::size_t i = scopes_.size(); i-- > 0;) {
      if (scopes_[i].name == "?") return node(s, Op::local, {}, scopes_[i].slot);
    }
    return refuse(s, "feel.name", "stands only in a test behind 'in'");
  }

  std::uint32_t in(const Syntax& s) {
    Nodes kids{emit(s.kids.front())};
    const std::uint16_t slot = open("?");
    for (std::size_t i = 1; i < s.kids.size(); ++i) {
      const std::uint32_t one = emit(s.kids[i]);
      kids.push_back(speaks_of_subject(s.kids[i]) ? node(s.kids[i], Op::satisfies, {one}) : one);
    }
    close(1);
    return node(s, Op::in, kids, slot);
  }

  std::uint32_t test(const Syntax& s) {
    const auto* found = std::find(std::begin(kTests), std::end(kTests), s.text);
    return node(s, Op::test, all(s.kids), static_cast<std::size_t>(found - std::begin(kTests)));
  }

  std::uint32_t for_each(const Syntax& s) {
    const std::uint16_t slot = next_slot_;
    Nodes kids;
    for (std::size_t i = 0; i < s.names.size(); ++i) {
      kids.push_back(emit(s.kids[i]));
      open(s.names[i]);
    }
    kids.push_back(emit(s.kids.back()));
    close(s.names.size());
    return node(s, Op::for_each, kids, slot);
  }

  // Several variables are one inside the other.
  std::uint32_t quantified(const Syntax& s, std::size_t variable) {
    if (variable == s.names.size()) return emit(s.kids.back());
    const std::uint32_t domain = emit(s.kids[variable]);
    const std::uint16_t slot = open(s.names[variable]);
    const std::uint32_t body = quantified(s, variable + 1);
    close(1);
    return node(s, s.kind == SyntaxKind::some ? Op::some : Op::every, {domain, body}, slot);
  }

  std::uint32_t filter(const Syntax& s) {
    const std::uint32_t list = emit(s.kids[0]);
    const std::uint16_t slot = open("item", true);
    const Syntax& by = s.kids[1];
    std::uint32_t condition = emit(by);
    if (by.kind == SyntaxKind::test) {
      scopes_.back().used = true;
      condition = node(by, Op::in, {node(by, Op::local, {}, slot), condition}, slot);
    }
    const bool per_item = close(1);
    return node(s, Op::filter, {list, condition}, slot | (per_item ? feel::kPerItem : 0u));
  }

  std::uint32_t context(const Syntax& s) {
    const std::uint16_t slot = next_slot_;
    Nodes kids;
    for (std::size_t i = 0; i < s.kids.size(); ++i) {
      const auto before = s.names.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(s.names.begin(), before, s.names[i]) != before) {
        errors_.push_back(error_at(s, source_, "feel.key", "the key '" + s.names[i] + "' stands twice"));
      }
      kids.push_back(string_node(s.kids[i], s.names[i]));
      kids.push_back(emit(s.kids[i]));
      open(s.names[i]);
    }
    if (!s.kids.empty()) close(s.kids.size());
    return node(s, Op::context, kids, slot);
  }

  std::uint32_t call(const Syntax& s) {
    std::vector<std::string> known;
    std::string signatures;
    // before(range: r, point: p) and before(point: p, range: r) are two functions: the order as written tells them apart.
    for (const Builtin& builtin : builtins()) {
      Nodes arguments;
      if (s.names.empty() || builtin.name != s.text || names_of(builtin) != s.names) continue;
      if (arranged(s, builtin, arguments)) {
        return node(s, Op::call, arguments, static_cast<std::size_t>(builtin.function));
      }
    }
    for (const Builtin& builtin : builtins()) {
      known.emplace_back(builtin.name);
      if (builtin.name != s.text) continue;
      signatures += (signatures.empty() ? "" : " or ") + signature(builtin);
      Nodes arguments;
      if (arranged(s, builtin, arguments)) {
        return node(s, Op::call, arguments, static_cast<std::size_t>(builtin.function));
      }
    }
    all(s.kids);  // for what is wrong inside
    if (!signatures.empty()) return refuse(s, "feel.arguments", "takes " + signatures);
    if (is_outside(s.text)) return refuse(s, "feel.outside", "does not belong to Qadam's part of FEEL");
    return refuse(s, "feel.function", "no such function" + suggestion(s.text, known));
  }

  // The arguments in the order of the parameters; false when they do not go with this function.
  bool arranged(const Syntax& s, const Builtin& builtin, Nodes& out) {
    const feel::Arity arity = feel::arity(builtin.function);
    if (s.names.empty()) {
      if (s.kids.size() < arity.least || s.kids.size() > arity.most) return false;
      out = all(s.kids);
      return true;
    }
    const std::vector<std::string> parameters = names_of(builtin);
    std::vector<const Syntax*> placed(parameters.size(), nullptr);
    for (std::size_t i = 0; i < s.names.size(); ++i) {
      const auto it = std::find(parameters.begin(), parameters.end(), s.names[i]);
      if (it == parameters.end()) return false;
      const Syntax*& place = placed[static_cast<std::size_t>(it - parameters.begin())];
      if (place != nullptr) return false;
      place = &s.kids[i];
    }
    while (placed.size() > arity.least && placed.back() == nullptr) placed.pop_back();
    const std::string_view letters = feel::parameters(builtin.function);
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const bool optional = letters[i] < 'a';
      if (placed[i] == nullptr && !optional) return false;  // one that may only be left out cannot be skipped
    }
    for (const Syntax* argument : placed) {
      out.push_back(argument == nullptr ? node(s, Op::null_literal, {}) : emit(*argument));
    }
    return true;
  }

  std::string_view source_;
  const Names& names_;
  feel::Program& program_;
  std::vector<base::Error>& errors_;
  std::vector<Scope> scopes_;
  std::uint16_t next_slot_ = 0;
  std::set<std::uint32_t> reads_;
  std::map<std::uint32_t, Span> spans_;
};

}  // namespace

base::Error error_at(const Syntax& syntax, std::string_view source, std::string code, const std::string& detail) {
  constexpr std::size_t kMost = 60;
  std::string_view words = source.substr(syntax.begin, syntax.end - syntax.begin);
  std::string shown(words.substr(0, kMost));
  while (!shown.empty() && !base::is_utf8(shown)) shown.pop_back();
  if (shown.size() < words.size()) shown += "...";
  return {std::move(code), place(syntax.token), "'" + shown + "': " + detail};
}

Compiled emit(const Syntax& syntax, std::string_view source, const Names& names, feel::Program& program,
              std::vector<base::Error>& errors) {
  return Emitter(source, names, program, errors).run(syntax);
}

}  // namespace qadam::feel_lang
