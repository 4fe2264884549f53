// SPDX-License-Identifier: MIT
#include "core/lessons/kit.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace coroscope {

void startTimer()
{
    print("---------- zero"); //: start_timer+2
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
    showTimer(">>>", words); //: sequence+1
    World::current().beginSection(words);
    co_await sleep(delay); //: sequence+2
    World::current().endSection(words);
    showTimer("<<<", words); //: sequence+3
}

void mark(char character, std::source_location place)
{
    World &world = World::current();
    world.print(std::string(1, character), "", world.placeId(place));
}

Object secondsObject(Duration d)
{
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(d);
    return Object(whole == d ? Value(whole.count()) : Value(toSeconds(d)));
}

std::string typeText(const BaseException &error)
{
    return "<class '" + std::string(error.typeName()) + "'>";
}

std::string padded(std::string text, std::size_t width)
{
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

} // namespace coroscope
