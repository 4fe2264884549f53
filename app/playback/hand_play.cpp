// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/hand_play.h"

#include <QScopedValueRollback>

namespace coroscope {

namespace {

/// Nothing happens by itself: there is never more to record than has been sent.
class HandSource final : public RecordingSource {
public:
    explicit HandSource(std::shared_ptr<const HandRun> run) : m_run(std::move(run)) {}

    [[nodiscard]] const Trace &trace() const override { return m_run->trace(); }
    void advance(Instant /*until*/, std::uint64_t /*maxHandles*/) override {}
    [[nodiscard]] bool finished() const override { return true; }

private:
    std::shared_ptr<const HandRun> m_run;
};

} // namespace

HandPlay::HandPlay(Playback &playback, QObject *parent) : QObject(parent), m_playback(playback)
{
    connect(&playback, &Playback::loaded, this, [this] {
        if (!m_loading) {
            m_run.reset();
            Q_EMIT changed();
        }
    });
}

void HandPlay::begin(const QString &lesson, const QString &title)
{
    m_lesson = lesson;
    m_title = title;
    m_sends.clear();
    replay();
}

void HandPlay::replay()
{
    const QScopedValueRollback loading(m_loading, true);
    m_run = std::make_shared<HandRun>(findByHand(m_lesson.toStdString()));
    for (const HandRun::Send &send : m_sends)
        m_run->send(send);
    std::vector<std::unique_ptr<Recording>> runs;
    runs.push_back(std::make_unique<Recording>(m_lesson, m_title, std::make_unique<HandSource>(m_run)));
    runs.back()->setOrigin({.lesson = m_lesson});
    m_playback.load(std::move(runs));
    m_playback.setKnownEnd(Instant{}); // a hand takes no time
    m_playback.toEnd();
    Q_EMIT changed();
}

std::size_t HandPlay::sendsBefore(EventIndex cursor) const
{
    std::size_t sends = 0;
    for (EventIndex i = 0; i < std::min(cursor, m_run->trace().size()); ++i)
        sends += m_run->trace()[i].kind == EventKind::Sent;
    return sends;
}

QString HandPlay::send(std::size_t coroutine, const Value &value)
{
    if (!active())
        return {};
    if (m_playback.moment(0).cursor < m_run->trace().size()) {
        m_sends.resize(std::min(m_sends.size(), sendsBefore(m_playback.moment(0).cursor)));
        replay();
    }
    if (coroutine >= m_run->coroutines().size())
        return {};
    const std::string raised = m_run->send({coroutine, value});
    if (!raised.empty())
        return QString::fromStdString(raised);
    m_sends.push_back({coroutine, value});
    m_playback.toEnd();
    Q_EMIT changed();
    return {};
}

Value HandPlay::valueOf(const QString &written)
{
    const QString text = written.trimmed();
    if (text.isEmpty() || text == QStringLiteral("None"))
        return {};
    bool isInteger = false;
    if (const qlonglong number = text.toLongLong(&isInteger); isInteger)
        return std::int64_t{number};
    bool isNumber = false;
    if (const double number = text.toDouble(&isNumber); isNumber)
        return number;
    const QChar first = text.front();
    const bool quoted =
        text.size() >= 2 && (first == QLatin1Char('"') || first == QLatin1Char('\'')) && text.back() == first;
    return (quoted ? text.mid(1, text.size() - 2) : text).toStdString();
}

} // namespace coroscope
