// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interruption.h"

#include <array>
#include <csignal>

namespace coroscope::cli {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t interrupted = 0;
std::array<struct sigaction, kSignals.size()> before;

void mark(int /*signal*/)
{
    interrupted = 1;
}

} // namespace

Interruption::Interruption()
{
    struct sigaction marking{};
    marking.sa_handler = &mark;
    marking.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        sigaction(kSignals[i], nullptr, &before[i]);
        if (before[i].sa_handler != SIG_IGN) // nohup
            sigaction(kSignals[i], &marking, nullptr);
    }
}

Interruption::~Interruption()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        sigaction(kSignals[i], &before[i], nullptr);
}

bool Interruption::asked()
{
    return interrupted != 0;
}

} // namespace coroscope::cli
