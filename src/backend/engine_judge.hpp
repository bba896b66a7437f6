// EngineJudge: Judge by the same engine and the same compiled services as in the browser.
//
// The strictest possible reading: from the answers in the application, the answers of registers that this server
// recorded, and the day, the engine writes the application anew; it must come out byte for byte the same, apart from
// the pack's version. So there is nothing in an accepted application that the engine did not put there.
// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "backend/judge.hpp"
#include "service/model.hpp"

namespace qadam::backend {

class EngineJudge : public Judge {
 public:
  explicit EngineJudge(std::vector<service::Model> models) : models_(std::move(models)) {}

  [[nodiscard]] base::Result<Judgement> judge(const Claim& claim) const override;

 private:
  std::vector<service::Model> models_;
};

// What a case needs to know of its service.
[[nodiscard]] ServiceLife life_of(const service::Model& model);

}  // namespace qadam::backend
