// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"

#include <array>
#include <cstdio>

namespace coroscope {

void startTimer()
{
    print("---------- zero");
    World::current().setTimerZero();
}

std::string timerText()
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(World::current().sinceTimerZero()).count();
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%llds + %03lldms", static_cast<long long>(ms / 1000), static_cast<long long>(ms % 1000));
    return text.data();
}

Coro<void> sequence(std::string words, Duration delay)
{
    showTimer(">>>", words);
    World::current().beginSection(words);
    co_await sleep(delay);
    World::current().endSection(words);
    showTimer("<<<", words);
}

void mark(char character)
{
    World::current().print(std::string(1, character), "");
}

} // namespace coroscope
