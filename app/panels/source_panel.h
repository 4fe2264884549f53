// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panels/positions_panel.h"

#include "app/course/line_map.h"

namespace coroscope {

/// Where a run came from, to be read: of a lesson its Python listing and the C++ file that really runs, of a scenario
/// its file, of a program that was recorded the sources that are kept with the recording.
class SourcePanel : public PositionsPanel {
    Q_OBJECT

public:
    SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent = nullptr);

    /// Of a lesson.
    enum Tab { Python, Cpp };
    void setTab(Tab tab);

protected:
    [[nodiscard]] int lineIn(const SourcePlace &place) const override;
    [[nodiscard]] QString frameText(const Positions::Frame &frame, TextId awaited, int line) const override;
    void resetView() override;
    void updateView() override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Nothing, Lesson, Scenario, Recorded };

    void loadRun();
    void loadCode();
    void loadLesson();
    void retranslate();
    [[nodiscard]] Kind kindOfRun() const;
    [[nodiscard]] QStringList tabNames() const;
    [[nodiscard]] Tab tab() const;

    Kind m_kind = Kind::Nothing;
    RunOrigin m_origin;            ///< of the run
    std::size_t m_sourceCount = 0; ///< that are kept with the recording, as far as it was read
    QString m_cppFile;             ///< of a lesson: its name, without folders
    formats::LineMap m_map;
    int m_lessonTab = Python; ///< stays from lesson to lesson
};

} // namespace coroscope
