// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/signal_relay.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

// A handler of a signal may do next to nothing; so it writes the number into a pipe, and the event loop reads it there.

namespace coroscope {

namespace {

volatile sig_atomic_t relayEnd = -1;

void onSignal(int number)
{
    const int error = errno;
    const auto byte = static_cast<unsigned char>(number);
    [[maybe_unused]] const ssize_t written = ::write(relayEnd, &byte, 1);
    errno = error;
}

} // namespace

SignalRelay::SignalRelay(QObject *parent) : QObject(parent)
{
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then signals do what they always do
    relayEnd = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        unsigned char number = 0;
        while (::read(m_pipe[0], &number, 1) == 1)
            Q_EMIT caught(number);
    });
    struct sigaction action{};
    action.sa_handler = &onSignal;
    action.sa_flags = SA_RESTART;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &action, &m_before[i]);
}

SignalRelay::~SignalRelay()
{
    if (!m_notifier)
        return;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &m_before[i], nullptr);
    relayEnd = -1;
    ::close(m_pipe[0]);
    ::close(m_pipe[1]);
}

} // namespace coroscope
