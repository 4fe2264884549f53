// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "app/notes/note_book.h"
#include "app/playback/playback.h"
#include "app/timeline/describe.h"
#include "core/model/levels.h"

#include <memory>
#include <vector>

namespace coroscope {

/// What the panels read: the runs of a playback at its moment, with the words for what happens in them, and which of
/// the runs the panels that show one run are about.
class Stage : public QObject {
    Q_OBJECT

public:
    explicit Stage(const Playback &playback, QObject *parent = nullptr);

    [[nodiscard]] const Playback &playback() const { return m_playback; }
    [[nodiscard]] std::size_t runCount() const { return m_describers.size(); }
    [[nodiscard]] bool empty() const { return m_describers.empty(); }
    [[nodiscard]] const Recording &run(std::size_t index) const { return m_playback.run(index); }
    [[nodiscard]] Moment moment(std::size_t index) const { return m_playback.moment(index); }
    [[nodiscard]] const timeline::Describer &describer(std::size_t index) const { return *m_describers[index]; }
    [[nodiscard]] const Levels &levels(std::size_t index) const { return *m_levels[index]; }

    /// What was written beside it; null when nobody writes.
    [[nodiscard]] const std::vector<RunNote> *notes(std::size_t index) const;
    /// Not owned.
    void setNoteBook(const formats::NoteBook &notes);

    /// The run in focus; below runCount() unless that is 0.
    [[nodiscard]] std::size_t focus() const { return m_focus; }
    void setFocus(std::size_t run);

Q_SIGNALS:
    void reset();   ///< other runs; nothing seen before is valid any more
    void changed(); ///< another moment or focus

private:
    void load();
    void update();

    const Playback &m_playback;
    const formats::NoteBook *m_notes = nullptr;
    std::vector<std::unique_ptr<timeline::Describer>> m_describers;
    std::vector<std::unique_ptr<Levels>> m_levels;
    std::size_t m_focus = 0;
};

} // namespace coroscope
