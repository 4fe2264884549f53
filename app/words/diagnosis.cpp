// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/words/diagnosis.h"

#include "app/words/phrases.h"

#include <QCoreApplication>

namespace coroscope {

namespace {

using words::fromStd;

class Teller {
    Q_DECLARE_TR_FUNCTIONS(Diagnosis)

public:
    Teller(const Names &names, const Diagnostic &diagnostic) : m_names(names), m_diagnostic(diagnostic) {}

    [[nodiscard]] QString tell() const
    {
        const QString who = nameOf(m_diagnostic.actor);
        const QString detail = fromStd(m_diagnostic.detail);
        switch (m_diagnostic.kind) {
        case Diagnostic::Kind::NeverAwaited: return tr("coroutine %1 was never awaited").arg(detail);
        case Diagnostic::Kind::NeverRetrieved:
            return tr("the exception of %1 was never retrieved: %2").arg(who, detail);
        case Diagnostic::Kind::ThreadHeld: return held();
        case Diagnostic::Kind::Deadlock:
            return detail.isEmpty() ? tr("%1 waits for ever; nothing is left that could wake it").arg(who)
                                    : tr("%1 waits for ever: %2; nothing is left that could wake it").arg(who, detail);
        case Diagnostic::Kind::StillPending:
            return detail.isEmpty() ? tr("%1 was still pending when the loop stopped").arg(who)
                                    : tr("%1 was still pending when the loop stopped: %2").arg(who, detail);
        case Diagnostic::Kind::SequentialAwaits:
            return tr("%1 awaited %2 coroutines one after the other, for %3 in all; gather would have waited for %4")
                .arg(who, QString::number(m_diagnostic.functions.size()), words::secondsText(m_diagnostic.duration),
                     words::secondsText(m_diagnostic.together));
        case Diagnostic::Kind::LostUpdate: return lost();
        }
        return {};
    }

private:
    [[nodiscard]] QString held() const
    {
        QStringList delayed;
        for (const Diagnostic::Delayed &each : m_diagnostic.delayed)
            delayed << tr("%1 was delayed by %2").arg(nameOf(each.actor), words::secondsText(each.delay));
        const bool one = m_diagnostic.delayed.size() == 1;
        return (one ? tr("%1 held the thread for %2 while another task was ready: %3")
                    : tr("%1 held the thread for %2 while others were ready: %3"))
            .arg(nameOf(m_diagnostic.actor), words::secondsText(m_diagnostic.duration), delayed.join(separator()));
    }

    [[nodiscard]] QString lost() const
    {
        QStringList writers;
        for (const ActorId actor : m_diagnostic.actors)
            writers << nameOf(actor);
        const QString names = words::listed(writers, static_cast<int>(writers.size()));
        const QString variable = fromStd(m_diagnostic.detail);
        if (m_diagnostic.count == 1)
            return tr("1 update of %1 was lost: %2 wrote what had been read before another task wrote")
                .arg(variable, names);
        return (writers.size() == 1
                    ? tr("%1 updates of %2 were lost: %3 wrote what had been read before another task wrote",
                         "one task")
                    : tr("%1 updates of %2 were lost: %3 wrote what had been read before another task wrote",
                         "several tasks"))
            .arg(QString::number(m_diagnostic.count), variable, names);
    }

    [[nodiscard]] static QString separator() { return tr(", ", "between the items of a list"); }
    [[nodiscard]] QString nameOf(ActorId actor) const { return words::nameOf(m_names, actor); }

    const Names &m_names;
    const Diagnostic &m_diagnostic;
};

} // namespace

QString diagnosticText(const Names &names, const Diagnostic &diagnostic)
{
    return Teller(names, diagnostic).tell();
}

} // namespace coroscope
