// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <array>
#include <csignal>

namespace coroscope {

/// While it lives, SIGINT and SIGTERM do not end this process but are told. One at a time; main thread, and needs a
/// running event loop.
class SignalRelay : public QObject {
    Q_OBJECT

public:
    explicit SignalRelay(QObject *parent = nullptr);
    ~SignalRelay() override;

Q_SIGNALS:
    void caught(int number);

private:
    static constexpr std::array<int, 2> kSignals{SIGINT, SIGTERM};

    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, kSignals.size()> m_before{};
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace coroscope
