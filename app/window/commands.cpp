// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/commands.h"

#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/job_table_panel.h"
#include "app/playback/prediction.h"
#include "app/session/session.h"
#include "app/session/speeds.h"
#include "app/window/arrangement.h"
#include "app/words/language.h"

#include <QAction>

#include <array>

namespace coroscope {

namespace {

struct Step {
    const char *id;
    const char *text;
    const char *tip;
    std::vector<QKeySequence> keys;
    StepKind kind;
    bool forward;
    std::optional<Symbol> icon = {};
};

std::vector<Step> steps()
{
    return {
        {"step.switch.forward",
         QT_TRANSLATE_NOOP("Actions", "To the &next task switch"),
         QT_TRANSLATE_NOOP("Actions", "Runs until another task is about to get the thread"),
         {Qt::SHIFT | Qt::Key_Right, Qt::Key_PageDown},
         StepKind::Switch,
         true,
         Symbol::StepForward},
        {"step.switch.back",
         QT_TRANSLATE_NOOP("Actions", "To the pre&vious task switch"),
         QT_TRANSLATE_NOOP("Actions", "Goes back to the turn before"),
         {Qt::SHIFT | Qt::Key_Left, Qt::Key_PageUp},
         StepKind::Switch,
         false,
         Symbol::StepBack},
        {"step.event.forward",
         QT_TRANSLATE_NOOP("Actions", "One &event on"),
         QT_TRANSLATE_NOOP("Actions", "The smallest step there is"),
         {Qt::Key_Right},
         StepKind::Event,
         true},
        {"step.event.back",
         QT_TRANSLATE_NOOP("Actions", "One event &back"),
         QT_TRANSLATE_NOOP("Actions", "Goes back by the smallest step"),
         {Qt::Key_Left},
         StepKind::Event,
         false},
        {"step.pass.forward",
         QT_TRANSLATE_NOOP("Actions", "To the next p&ass of the loop"),
         QT_TRANSLATE_NOOP("Actions", "Runs everything that is ready now"),
         {Qt::CTRL | Qt::Key_Right},
         StepKind::Pass,
         true},
        {"step.pass.back",
         QT_TRANSLATE_NOOP("Actions", "To the previous pass of the &loop"),
         QT_TRANSLATE_NOOP("Actions", "Goes back to the pass before"),
         {Qt::CTRL | Qt::Key_Left},
         StepKind::Pass,
         false},
    };
}

void addSpeeds(Actions &actions, Playback &playback)
{
    actions.addSubmenu(Menu::Speed);
    actions.add(Menu::Speed, {.id = "speed.faster",
                              .text = QT_TRANSLATE_NOOP("Actions", "&Faster"),
                              .tip = QT_TRANSLATE_NOOP("Actions", "Up to ten times, and then as fast as it goes"),
                              .keys = {Qt::Key_Greater},
                              .run = [&playback] { playback.setSpeed(nextSpeed(playback.speed(), true)); }});
    actions.add(Menu::Speed, {.id = "speed.slower",
                              .text = QT_TRANSLATE_NOOP("Actions", "&Slower"),
                              .tip = QT_TRANSLATE_NOOP("Actions", "Down to a tenth"),
                              .keys = {Qt::Key_Less},
                              .run = [&playback] { playback.setSpeed(nextSpeed(playback.speed(), false)); }});
    actions.add(Menu::Speed, {.id = "speed.normal",
                              .text = QT_TRANSLATE_NOOP("Actions", "&Normal speed"),
                              .tip = QT_TRANSLATE_NOOP("Actions", "A second of the run lasts a second"),
                              .run = [&playback] { playback.setSpeed(1); }});
}

} // namespace

void addPlayCommands(Actions &actions, Playback &playback, Prediction &prediction)
{
    actions.add(Menu::Play, {.id = "play",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Play or pause"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Lets time run, or stops it"),
                             .keys = {Qt::Key_Space},
                             .icon = Symbol::Play,
                             .run = [&playback] { playback.togglePlaying(); }});
    actions.add(Menu::Play, {.id = "runToSwitch",
                             .text = QT_TRANSLATE_NOOP("Actions", "&Run to the next task switch"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Lets time run until a task gets the thread"),
                             .keys = {Qt::Key_N},
                             .icon = Symbol::ToSwitch,
                             .run = [&playback] { playback.runToNextSwitch(); }});
    addSpeeds(actions, playback);
    actions.addSeparator(Menu::Play);
    for (const Step &step : steps()) {
        const auto run = [&playback, &prediction, kind = step.kind, forward = step.forward] {
            if (forward && kind == StepKind::Switch && prediction.on())
                prediction.goOn();
            else if (forward)
                playback.stepForward(kind);
            else
                playback.stepBack(kind);
        };
        actions.add(
            Menu::Play,
            {.id = step.id, .text = step.text, .tip = step.tip, .keys = step.keys, .icon = step.icon, .run = run});
    }
    actions.addSeparator(Menu::Play);
    actions.add(Menu::Play, {.id = "toStart",
                             .text = QT_TRANSLATE_NOOP("Actions", "To the s&tart"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "Back to where nothing has run yet"),
                             .keys = {Qt::Key_Home},
                             .icon = Symbol::ToStart,
                             .run = [&playback] { playback.toStart(); }});
    actions.add(Menu::Play, {.id = "toEnd",
                             .text = QT_TRANSLATE_NOOP("Actions", "To the en&d"),
                             .tip = QT_TRANSLATE_NOOP("Actions", "On to where everything has run"),
                             .keys = {Qt::Key_End},
                             .icon = Symbol::ToEnd,
                             .run = [&playback] { playback.toEnd(); }});
}

void addAppearanceCommands(Actions &actions, Appearance &appearance)
{
    actions.add(Menu::Settings, {.id = "type.larger",
                                 .text = QT_TRANSLATE_NOOP("Actions", "&Larger type"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "Makes all the window's text larger"),
                                 .keys = {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                                 .run = [&appearance] { appearance.setPointSize(appearance.pointSize() + 1); },
                                 .everywhere = true});
    actions.add(Menu::Settings, {.id = "type.smaller",
                                 .text = QT_TRANSLATE_NOOP("Actions", "&Smaller type"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "Makes all the window's text smaller"),
                                 .keys = {Qt::CTRL | Qt::Key_Minus},
                                 .run = [&appearance] { appearance.setPointSize(appearance.pointSize() - 1); },
                                 .everywhere = true});
    actions.add(Menu::Settings, {.id = "type.standard",
                                 .text = QT_TRANSLATE_NOOP("Actions", "Standard type si&ze"),
                                 .tip = QT_TRANSLATE_NOOP("Actions", "The size that suits this screen"),
                                 .keys = {Qt::CTRL | Qt::Key_0},
                                 .run = [&appearance] { appearance.setPointSize(Appearance::pointSizeForScreen()); },
                                 .everywhere = true});
    actions.addSubmenu(Menu::Theme);
    struct Choice {
        timeline::Theme::Id id;
        const char *name;
        const char *text;
        const char *tip;
    };
    static constexpr std::array kChoices{
        Choice{timeline::Theme::Id::Light, "theme.light", QT_TRANSLATE_NOOP("Actions", "&Light"),
               QT_TRANSLATE_NOOP("Actions", "Dark text on white")},
        Choice{timeline::Theme::Id::Dark, "theme.dark", QT_TRANSLATE_NOOP("Actions", "&Dark"),
               QT_TRANSLATE_NOOP("Actions", "Light text on a dark ground")},
        Choice{timeline::Theme::Id::Print, "theme.print", QT_TRANSLATE_NOOP("Actions", "&Print"),
               QT_TRANSLATE_NOOP("Actions", "Black on white, as on paper")}};
    QList<QAction *> themes;
    for (const Choice &choice : kChoices) {
        themes.append(actions.add(Menu::Theme, {.id = choice.name,
                                                .text = choice.text,
                                                .tip = choice.tip,
                                                .icon = Symbol::Theme,
                                                .checkable = true,
                                                .run = [&appearance, id = choice.id] { appearance.setTheme(id); },
                                                .everywhere = true}));
    }
    actions.makeExclusive(themes);
    const auto mark = [themes, &appearance] { themes[static_cast<int>(appearance.theme().id)]->setChecked(true); };
    QObject::connect(&appearance, &Appearance::changed, &actions, mark);
    mark();
}

void addLanguageCommands(Actions &actions)
{
    actions.addSubmenu(Menu::Language);
    // Each is called by its own name, in every language.
    actions.makeExclusive({actions.add(Menu::Language, {.id = "language.en",
                                                        .text = "&English",
                                                        .tip = "Everything in English",
                                                        .icon = Symbol::Globe,
                                                        .checkable = true,
                                                        .run = [] { setLanguage(QStringLiteral("en")); },
                                                        .everywhere = true}),
                           actions.add(Menu::Language, {.id = "language.fr",
                                                        .text = "&Français",
                                                        .tip = "Tout en français",
                                                        .icon = Symbol::Globe,
                                                        .checkable = true,
                                                        .run = [] { setLanguage(QStringLiteral("fr")); },
                                                        .everywhere = true})});
}

void addAreaCommands(Actions &actions, Arrangement &arrangement)
{
    struct Choice {
        Arrangement::Area area;
        const char *id;
        const char *text;
        const char *tip;
        QKeySequence key;
    };
    const std::array choices{
        Choice{Arrangement::Area::Lessons, "area.lessons", QT_TRANSLATE_NOOP("Actions", "List of &lessons"),
               QT_TRANSLATE_NOOP("Actions", "Shows or hides the column on the left"), Qt::CTRL | Qt::Key_1},
        Choice{Arrangement::Area::Tables, "area.tables", QT_TRANSLATE_NOOP("Actions", "&Tables"),
               QT_TRANSLATE_NOOP("Actions", "Shows or hides what is below the chart"), Qt::CTRL | Qt::Key_2},
        Choice{Arrangement::Area::Side, "area.side", QT_TRANSLATE_NOOP("Actions", "Source and &console"),
               QT_TRANSLATE_NOOP("Actions", "Shows or hides the column on the right"), Qt::CTRL | Qt::Key_3}};
    for (const Choice &choice : choices) {
        QAction *action = actions.add(Menu::View, {.id = choice.id,
                                                   .text = choice.text,
                                                   .tip = choice.tip,
                                                   .keys = {choice.key},
                                                   .checkable = true,
                                                   .run = [&arrangement, area = choice.area] {
                                                       arrangement.setShown(area, !arrangement.isShown(area));
                                                   }});
        const auto mark = [action, &arrangement, area = choice.area] { action->setChecked(arrangement.isShown(area)); };
        QObject::connect(&arrangement, &Arrangement::shownChanged, action, mark);
        mark();
    }
}

void addCopyTableCommands(Actions &actions, JobTablePanel &table)
{
    struct Choice {
        TableFormat format;
        const char *id;
        const char *text;
        const char *tip;
    };
    static constexpr std::array kChoices{
        Choice{TableFormat::Markdown, "copy.table.markdown", "&Markdown",
               QT_TRANSLATE_NOOP("Actions", "The job table for a Markdown document")},
        Choice{TableFormat::Csv, "copy.table.csv", "&CSV",
               QT_TRANSLATE_NOOP("Actions", "The job table for a spreadsheet")},
        Choice{TableFormat::Html, "copy.table.html", "&HTML",
               QT_TRANSLATE_NOOP("Actions", "The job table for a web page or a word processor")},
        Choice{TableFormat::Latex, "copy.table.latex", "&LaTeX",
               QT_TRANSLATE_NOOP("Actions", "The job table for a LaTeX document")}};
    for (const Choice &choice : kChoices) {
        actions.add(Menu::CopyTable, {.id = choice.id,
                                      .text = choice.text,
                                      .tip = choice.tip,
                                      .icon = Symbol::Copy,
                                      .run = [&table, format = choice.format] { table.copy(format); }});
    }
    table.setCopyMenu(actions.menu(Menu::CopyTable));
}

void addLessonCommands(Actions &actions, Session &session)
{
    QAction *compare = actions.add(
        Menu::Lesson,
        {.id = "compare",
         .text = QT_TRANSLATE_NOOP("Actions", "&Compare"),
         .tip = QT_TRANSLATE_NOOP("Actions", "Shows the lesson beside the one it is compared with, or alone again"),
         .keys = {Qt::Key_C},
         .icon = Symbol::Compare,
         .checkable = true,
         .run = [&session] { session.setCompared(!session.compared()); }});
    actions.addSubmenu(Menu::CompareWith);
    QAction *pin =
        actions.add(Menu::Lesson, {.id = "pin",
                                   .text = QT_TRANSLATE_NOOP("Actions", "&Pin this run"),
                                   .tip = QT_TRANSLATE_NOOP("Actions", "Keeps it beside whatever is shown next"),
                                   .keys = {Qt::Key_P},
                                   .icon = Symbol::Pin,
                                   .checkable = true,
                                   .run = [&session] { session.pinned() ? session.unpin() : session.pin(); }});
    actions.addSeparator(Menu::Lesson);
    QAction *blocking = actions.add(
        Menu::Lesson, {.id = "blocking",
                       .text = QT_TRANSLATE_NOOP("Actions", "&Block instead of awaiting"),
                       .tip = QT_TRANSLATE_NOOP("Actions", "Replaces the await by a blocking call, and back"),
                       .keys = {Qt::Key_X},
                       .checkable = true,
                       .run = [&session] { session.setBlocking(session.blocking() != Session::Blocking::Blocks); }});
    QAction *reset =
        actions.add(Menu::Lesson, {.id = "parameters.reset",
                                   .text = QT_TRANSLATE_NOOP("Actions", "&Reset the parameters"),
                                   .tip = QT_TRANSLATE_NOOP("Actions", "Runs the lesson as it is in the course"),
                                   .keys = {Qt::CTRL | Qt::Key_R},
                                   .icon = Symbol::Reset,
                                   .run = [&session] { session.resetParameters(); }});
    QAction *keeps = actions.add(
        Menu::Lesson, {.id = "keepsBefore",
                       .text = QT_TRANSLATE_NOOP("Actions", "&Keep the run before a change"),
                       .tip = QT_TRANSLATE_NOOP("Actions", "A changed parameter shows both runs, one below the other"),
                       .checkable = true,
                       .run = [&session] { session.setKeepsBefore(!session.keepsBefore()); }});
    QObject::connect(&session, &Session::keepsBeforeChanged, keeps, &QAction::setChecked);
    keeps->setChecked(session.keepsBefore());
    const auto mark = [=, &session] {
        compare->setEnabled(session.comparable());
        compare->setChecked(session.compared());
        pin->setChecked(session.pinned());
        blocking->setEnabled(session.blocking() != Session::Blocking::None);
        blocking->setChecked(session.blocking() == Session::Blocking::Blocks);
        reset->setEnabled(!session.atDefaults());
    };
    QObject::connect(&session, &Session::opened, &actions, mark);
    mark();
}

} // namespace coroscope
