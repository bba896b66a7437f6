// The compiled file of one service: reading and writing its binary form.
//
//   "QDSV" u16 format u64 checksum-of-the-rest | the Model, member by member in the order of layout.hpp
//
// Ours alone and rebuilt with the product, so there is no reader of older forms: another format number is refused. A
// damaged file is refused by its checksum; one whose checksum was made to fit is refused by the check of every index.
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "service/model.hpp"

namespace qadam::service {

inline constexpr std::uint16_t kFormat = 3;
inline constexpr std::string_view kMagic = "QDSV";

// Sets model.checksum.
[[nodiscard]] std::string write(Model& model);

// Errors: "service.magic", "service.format", "service.damaged" (checksum, short, or bytes left over; place: offset),
// "service.unsound" (an index out of range; place: which table).
[[nodiscard]] base::Result<Model> load(std::string_view file);

}  // namespace qadam::service
