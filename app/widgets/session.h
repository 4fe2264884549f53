// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include "app/playback/playback.h"
#include "core/lessons/lesson.h"

#include <map>

namespace coroscope {

/// Which lesson is on the stage, with which settings, and whether it is shown beside the one it is compared with.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(Playback &playback, QObject *parent = nullptr);

    /// Puts the lesson on the stage and starts it; alone, unless it was compared with the one before or is the first.
    /// Nothing happens when there is no such lesson.
    void open(const QString &lesson);
    /// The same with a scenario file. What is wrong with it in one sentence; empty when nothing is.
    QString openFile(const QString &path);
    /// Another value of a parameter of the lesson, as on the command line. Throws SettingError.
    void set(const QString &lesson, const QString &parameter, const QString &value);

    /// Of a file: the empty text.
    [[nodiscard]] QString lesson() const { return m_lesson ? QString::fromStdString(m_lesson->id) : QString(); }
    /// What the lesson is compared with, if it is there; else empty.
    [[nodiscard]] QString partner() const;
    [[nodiscard]] bool compared() const { return m_compare && !partner().isEmpty(); }
    void setCompared(bool compare);
    /// The place of the lesson among the runs on the stage: the partner may stand above it.
    [[nodiscard]] std::size_t position() const { return m_position; }

Q_SIGNALS:
    void opened();

private:
    [[nodiscard]] const Lesson *partnerLesson() const;
    [[nodiscard]] Settings settingsOf(const Lesson &lesson) const;
    void restart();
    void play(std::vector<std::unique_ptr<Recording>> runs);

    Playback &m_playback;
    const Lesson *m_lesson = nullptr;
    std::map<std::string, Settings> m_settings; ///< by lesson, where they differ from its defaults
    std::size_t m_position = 0;
    bool m_compare = true;
};

} // namespace coroscope
