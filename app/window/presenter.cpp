// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/presenter.h"

#include "app/chart/chart_widget.h"
#include "app/controls/actions.h"
#include "app/controls/appearance.h"
#include "app/panels/explanation_strip.h"
#include "app/panels/predict_bar.h"

#include <QAction>
#include <QEvent>
#include <QScreen>

#include <algorithm>
#include <cmath>

namespace coroscope {

namespace {

constexpr double kLeastType = 21.0 / 1080; ///< of the screen's height

} // namespace

Presenter::Presenter(const Parts &parts, Appearance &appearance, Prediction &prediction, QObject *parent)
    : QObject(parent), m_parts(parts), m_appearance(appearance), m_prediction(prediction)
{
    parts.window->installEventFilter(this);
}

/// The size of type in points that no text of the screen may be smaller than.
int Presenter::readablePoints() const
{
    const QScreen *screen = m_parts.window->screen();
    const double pixels = screen->size().height() * kLeastType;
    return static_cast<int>(std::ceil(pixels * 72 / screen->logicalDotsPerInchY()));
}

void Presenter::setPresenting(bool presenting)
{
    if (presenting == m_presenting)
        return;
    if (presenting)
        Q_EMIT begins();
    m_presenting = presenting;
    setBlank(false);
    m_parts.arrangement->setAlone(presenting);
    m_parts.menu->setVisible(!presenting);
    if (presenting)
        m_points = m_appearance.pointSize();
    m_appearance.setPointSize(presenting ? std::max(m_points, readablePoints()) : m_points);
    m_parts.chart->setMagnified(presenting);
    m_parts.explanation->setMagnified(presenting);
    m_parts.predict->setMagnified(presenting);
    Q_EMIT presentingChanged(presenting);
    bringCode();
    if (presenting) {
        m_wasMaximized = m_parts.window->isMaximized();
        m_parts.window->showFullScreen();
        if (m_parts.chart->isVisible())
            m_parts.chart->setFocus();
        return;
    }
    if (m_wasMaximized)
        m_parts.window->showMaximized();
    else
        m_parts.window->showNormal();
}

void Presenter::setWritesCode(bool writes)
{
    m_writesCode = writes;
    bringCode();
}

/// On a small screen the source alone is brought, in front of the tabs.
void Presenter::bringCode()
{
    if (!m_presenting || !m_writesCode)
        return;
    if (!m_parts.arrangement->compact())
        m_parts.arrangement->setBeside(Arrangement::Extra::Console, true);
    m_parts.arrangement->setBeside(Arrangement::Extra::Source, true);
}

void Presenter::bring(Arrangement::Extra extra, std::optional<Tables::Tab> tab)
{
    Arrangement &arrangement = *m_parts.arrangement;
    const bool otherTab = tab && m_parts.tables->tab() != *tab;
    if (tab)
        m_parts.tables->showTab(*tab);
    if (arrangement.alone()) {
        arrangement.setBeside(extra, otherTab || !arrangement.isBeside(extra));
        return;
    }
    arrangement.setShown(extra == Arrangement::Extra::Tables ? Arrangement::Area::Tables : Arrangement::Area::Side,
                         true);
    if (arrangement.compact() && extra == Arrangement::Extra::Console)
        m_parts.tables->showTab(Tables::ConsoleTab);
}

void Presenter::setBlank(bool blank)
{
    if (blank == this->blank())
        return;
    if (!blank) {
        m_blank->deleteLater();
        m_blank = nullptr;
        return;
    }
    m_blank = new QWidget(m_parts.window);
    m_blank->setObjectName(QStringLiteral("blank"));
    m_blank->setAutoFillBackground(true);
    m_blank->setPalette(QPalette(Qt::black));
    m_blank->setStyleSheet(QStringLiteral("background: black"));
    m_blank->setGeometry(m_parts.window->rect());
    m_blank->installEventFilter(this);
    m_blank->show();
    m_blank->raise();
}

void Presenter::togglePrediction()
{
    m_prediction.setOn(!m_prediction.on(), m_parts.chart->stage().focus());
}

void Presenter::setPredicting(bool predicting)
{
    if (predicting != m_prediction.on())
        togglePrediction();
}

/// A click brings the chart back, and the blank follows the window.
bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_blank && event->type() == QEvent::MouseButtonPress) {
        setBlank(false);
        return true;
    }
    if (watched == m_parts.window && event->type() == QEvent::Resize && m_blank)
        m_blank->setGeometry(m_parts.window->rect());
    return QObject::eventFilter(watched, event);
}

void Presenter::addCommands(Actions &actions)
{
    actions.add(Menu::Presentation,
                {.id = "present",
                 .text = QT_TRANSLATE_NOOP("Actions", "&Present"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "The chart and the sentence alone, over the whole screen"),
                 .keys = {Qt::Key_F5},
                 .icon = Symbol::Present,
                 .run = [this] { setPresenting(true); },
                 .everywhere = true});
    actions.add(
        Menu::Presentation,
        {.id = "blank",
         .text = QT_TRANSLATE_NOOP("Actions", "&Blank the screen"),
         .tip = QT_TRANSLATE_NOOP("Actions", "Everybody looks at the lecturer; the same key brings the chart back"),
         .keys = {Qt::Key_B, Qt::Key_Period},
         .run = [this] { setBlank(!blank()); },
         .everywhere = true});
    actions.add(Menu::Presentation, {.id = "bring.source",
                                     .text = QT_TRANSLATE_NOOP("Actions", "To the so&urce"),
                                     .tip = QT_TRANSLATE_NOOP(
                                         "Actions", "While presenting: shows the source beside the chart, or hides it"),
                                     .keys = {Qt::Key_S},
                                     .run = [this] { bring(Arrangement::Extra::Source); }});
    actions.add(
        Menu::Presentation,
        {.id = "bring.console",
         .text = QT_TRANSLATE_NOOP("Actions", "To the &output"),
         .tip = QT_TRANSLATE_NOOP("Actions", "While presenting: shows the console beside the chart, or hides it"),
         .keys = {Qt::Key_O},
         .run = [this] { bring(Arrangement::Extra::Console); }});
    actions.add(Menu::Presentation,
                {.id = "bring.table",
                 .text = QT_TRANSLATE_NOOP("Actions", "To the &job table"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "While presenting: shows the table below the chart, or hides it"),
                 .keys = {Qt::Key_T},
                 .run = [this] { bring(Arrangement::Extra::Tables, Tables::JobTableTab); }});
    actions.add(Menu::Presentation,
                {.id = "bring.loop",
                 .text = QT_TRANSLATE_NOOP("Actions", "&Inside the loop"),
                 .tip = QT_TRANSLATE_NOOP("Actions", "While presenting: shows the loop below the chart, or hides it"),
                 .keys = {Qt::Key_L},
                 .run = [this] { bring(Arrangement::Extra::Tables, Tables::LoopTab); }});
    struct Choice {
        const char *id;
        const char *text;
        const char *tip;
        Qt::Key key;
        Tables::Tab tab;
    };
    const Choice tabs[] = {
        {"bring.tasks", QT_TRANSLATE_NOOP("Actions", "To the &tasks"),
         QT_TRANSLATE_NOOP("Actions", "While presenting: shows the tasks below the chart, or hides them"), Qt::Key_K,
         Tables::TasksTab},
        {"bring.events", QT_TRANSLATE_NOOP("Actions", "To the &events"),
         QT_TRANSLATE_NOOP("Actions", "While presenting: shows the events below the chart, or hides them"), Qt::Key_E,
         Tables::EventsTab},
        {"bring.measures", QT_TRANSLATE_NOOP("Actions", "To the &measures"),
         QT_TRANSLATE_NOOP("Actions", "While presenting: shows the measures below the chart, or hides them"), Qt::Key_V,
         Tables::MeasuresTab},
        {"bring.hand", QT_TRANSLATE_NOOP("Actions", "B&y hand"),
         QT_TRANSLATE_NOOP("Actions", "Sends to the coroutines yourself, in lessons without a loop"), Qt::Key_H,
         Tables::HandTab}};
    for (const Choice &tab : tabs)
        actions.add(
            Menu::Presentation,
            {.id = tab.id, .text = tab.text, .tip = tab.tip, .keys = {tab.key}, .run = [this, number = tab.tab] {
                 bring(Arrangement::Extra::Tables, number);
             }});
    QAction *predict =
        actions.add(Menu::Presentation, {.id = "predict",
                                         .text = QT_TRANSLATE_NOOP("Actions", "As&k who runs next"),
                                         .tip = QT_TRANSLATE_NOOP("Actions", "Pauses before each task switch and asks"),
                                         .keys = {Qt::Key_U},
                                         .checkable = true,
                                         .run = [this] { togglePrediction(); }});
    connect(&m_prediction, &Prediction::changed, predict, [this, predict] { predict->setChecked(m_prediction.on()); });
    for (std::size_t i = 0; i < Prediction::kMostCandidates; ++i) {
        auto *answer = new QAction(m_parts.window);
        answer->setShortcut(QKeySequence(static_cast<int>(Qt::Key_1 + i)));
        answer->setEnabled(false);
        connect(answer, &QAction::triggered, this, [this, i] {
            if (m_parts.predict->isVisible())
                m_parts.predict->choose(i);
        });
        connect(&m_prediction, &Prediction::changed, answer,
                [this, answer, i] { answer->setEnabled(m_prediction.asks() && i < m_prediction.candidates().size()); });
        m_parts.window->addAction(answer);
    }
}

} // namespace coroscope
