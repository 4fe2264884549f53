// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/source_panel.h"

#include "app/controls/code_view.h"
#include "app/course/listing.h"
#include "core/lessons/lesson.h"
#include "core/program/program.h"

#include <QEvent>
#include <QTabBar>

namespace coroscope {

SourcePanel::SourcePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : PositionsPanel(stage, appearance, parent)
{
    connect(&tabs(), &QTabBar::currentChanged, this, [this] {
        if (m_kind == Kind::Lesson)
            m_lessonTab = tabs().currentIndex();
        loadCode();
        updateView();
    });
    loadRun();
    retranslate();
}

SourcePanel::Tab SourcePanel::tab() const
{
    return tabs().currentIndex() == Cpp ? Cpp : Python;
}

void SourcePanel::setTab(Tab tab)
{
    m_lessonTab = tab;
    tabs().setCurrentIndex(tab);
}

void SourcePanel::resetView()
{
    PositionsPanel::resetView();
    loadRun();
}

SourcePanel::Kind SourcePanel::kindOfRun() const
{
    if (stage().empty())
        return Kind::Nothing;
    if (findLesson(m_origin.lesson.toStdString()))
        return Kind::Lesson;
    if (!m_origin.scenario.isEmpty())
        return Kind::Scenario;
    return m_sourceCount > 0 ? Kind::Recorded : Kind::Nothing;
}

QStringList SourcePanel::tabNames() const
{
    QStringList names;
    switch (m_kind) {
    case Kind::Nothing: return {};
    case Kind::Lesson: return {QStringLiteral("Python"), QStringLiteral("C++")};
    case Kind::Scenario: return {QStringLiteral("JSON")};
    case Kind::Recorded:
        for (std::size_t i = 0; i < m_sourceCount; ++i)
            names.append(QString::fromStdString(trace().source(i).file));
    }
    return names;
}

void SourcePanel::loadRun()
{
    const RunOrigin before =
        std::exchange(m_origin, stage().empty() ? RunOrigin() : stage().run(stage().focus()).origin());
    m_sourceCount = stage().empty() ? 0 : trace().sourceCount();
    const Kind kind = kindOfRun();
    // A lesson that runs again is read on where it was.
    if (kind == m_kind && kind != Kind::Recorded && before == m_origin && tabs().count() > 0)
        return;
    m_kind = kind;
    const Lesson *lesson = findLesson(m_origin.lesson.toStdString());
    m_cppFile = lesson ? formats::sourceName(lesson->file) : QString();
    m_map = formats::LineMap(m_origin.lesson);
    setTabs(tabNames(), m_kind == Kind::Lesson ? m_lessonTab : 0);
    retranslate();
    loadCode();
}

void SourcePanel::loadCode()
{
    forgetLines();
    switch (m_kind) {
    case Kind::Nothing: code().setCode(tr("The source of this run is not at hand."), CodeView::Language::Python); break;
    case Kind::Lesson: loadLesson(); break;
    case Kind::Scenario: code().setCode(QString::fromUtf8(m_origin.scenario), CodeView::Language::Json); break;
    case Kind::Recorded: {
        const std::string &text = trace().source(static_cast<std::size_t>(std::max(0, tabs().currentIndex()))).text;
        code().setCode(QString::fromStdString(text), CodeView::Language::Python);
    }
    }
}

void SourcePanel::loadLesson()
{
    if (tab() == Cpp) {
        code().setCode(formats::cppSource(m_cppFile), CodeView::Language::Cpp);
        return;
    }
    const formats::Listing listing = formats::listingWith(m_origin.lesson, m_origin.settings);
    code().setCode(listing.text, CodeView::Language::Python, listing.changed);
}

void SourcePanel::updateView()
{
    // The files of a program that still runs come one by one.
    if (!stage().empty() && (m_kind == Kind::Recorded || m_kind == Kind::Nothing)
        && trace().sourceCount() != m_sourceCount) {
        const int current = tabs().currentIndex();
        loadRun();
        tabs().setCurrentIndex(current);
    }
    PositionsPanel::updateView();
}

int SourcePanel::lineIn(const SourcePlace &place) const
{
    const int line = static_cast<int>(place.line);
    switch (m_kind) {
    case Kind::Nothing: return 0;
    case Kind::Lesson:
        if (tab() == Python)
            return m_map.pythonLine(place);
        return formats::sourceName(place.file) == m_cppFile ? line : 0;
    case Kind::Scenario: return place.file == program::kScenarioFile ? line : 0;
    case Kind::Recorded: return QString::fromStdString(place.file) == tabs().tabText(tabs().currentIndex()) ? line : 0;
    }
    return 0;
}

QString SourcePanel::frameText(const Positions::Frame &frame, TextId awaited, int line) const
{
    if (m_kind == Kind::Scenario) {
        // "sleep:12": an operation and its line. The coroutines that execute it are not the scenario's.
        const QString name = QString::fromStdString(trace().text(awaited));
        return line == 0        ? QString()
               : name.isEmpty() ? tr("line %1").arg(line)
                                : QStringLiteral("%1:%2").arg(name).arg(line);
    }
    if (m_kind != Kind::Lesson)
        return PositionsPanel::frameText(frame, awaited, line);
    // In Python only what stands in the listing, because the library's own coroutines are others there.
    if (tab() == Python && line == 0)
        return {};
    const QString function =
        tab() == Python ? m_map.functionAt(line) : QString::fromStdString(trace().text(frame.function));
    if (function.isEmpty())
        return line > 0 ? tr("line %1").arg(line) : QString();
    return function + QStringLiteral("()") + (line > 0 ? QLatin1Char(':') + QString::number(line) : QString());
}

void SourcePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        loadCode();
    }
    PositionsPanel::changeEvent(event);
}

void SourcePanel::retranslate()
{
    if (m_kind == Kind::Recorded) {
        tabs().setAccessibleName(tr("Files of the program"));
        return;
    }
    tabs().setAccessibleName(tr("Language of the source"));
    if (m_kind == Kind::Lesson)
        tabs().setTabToolTip(Cpp, tr("%1, the file that really runs").arg(m_cppFile));
}

} // namespace coroscope
