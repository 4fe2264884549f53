// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/transport_bar.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/choice_button.h"
#include "app/controls/icons.h"
#include "app/controls/time_slider.h"
#include "app/session/speeds.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace coroscope {

namespace {

constexpr std::array kUnits{StepKind::Event, StepKind::Switch, StepKind::Pass};
constexpr int kBarMargin = 12;
constexpr int kBarGap = 8;
constexpr int kBarIcon = 24; ///< at the screen's own size of type, as the next ones
constexpr int kBarArrow = 14;
constexpr QSize kBarButton(46, 42);
constexpr int kRoomySlider = 160; ///< before that is given up, buttons fold
constexpr int kLeastSlider = 60;

/// The width a layout cannot take from the widget.
int leastWidth(const QWidget &widget)
{
    return std::max(widget.minimumWidth(), widget.minimumSizeHint().width());
}

} // namespace

QString clockText(Instant now)
{
    return TransportBar::tr("%1 s").arg(QLocale().toString(toSeconds(now.time_since_epoch()), 'f', 3));
}

TransportBar::TransportBar(Playback &playback, const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_playback(playback), m_appearance(appearance)
{
    setProperty("card", QStringLiteral("bar"));
    makeControls();
    connectPlayback();
    connect(&appearance, &Appearance::changed, this, &TransportBar::restyle);
    retranslate();
    restyle();
    showMoment();
}

QToolButton *TransportBar::addButton(const char *name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

QPushButton *TransportBar::addCommand(const char *name)
{
    auto *button = new QPushButton(this);
    button->setObjectName(QLatin1StringView(name));
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

void TransportBar::makeControls()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kBarMargin, kBarGap, kBarMargin, kBarGap);
    row->setSpacing(kBarGap);
    m_drawer = addButton("lessons");
    m_drawer->hide();
    m_start = addButton("toStart");
    m_back = addButton("stepBack");
    m_play = addButton("play");
    m_play->setProperty("primary", true);
    m_play->setCheckable(true); // for assistive technology: it is pressed while the run plays
    m_forward = addButton("stepForward");
    m_toSwitch = addButton("runToSwitch");
    m_end = addButton("toEnd");
    for (ChoiceButton **choice : {&m_unit, &m_speed}) {
        *choice = new ChoiceButton(m_appearance, this);
        row->addWidget(*choice);
    }
    addChoices();
    m_time = new QLabel(this);
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    access::setQuiet(*m_time);
    row->addWidget(m_time);
    m_slider = new TimeSlider(this);
    m_slider->setFocusPolicy(Qt::TabFocus);
    m_slider->setMinimumSize(kLeastSlider, 32);
    row->addWidget(m_slider, 1);
    m_compare = addCommand("compare");
    m_compare->setCheckable(true);
    m_compare->setProperty("half", QStringLiteral("left"));
    m_compareWith = addButton("compareWith");
    m_compareWith->setProperty("half", QStringLiteral("right"));
    m_compareWith->setPopupMode(QToolButton::InstantPopup);
    m_axis = addCommand("axis");
    m_present = addCommand("present");
    m_export = addCommand("export");
    m_more = addButton("more");
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->hide();
}

// Folding ------------------------------------------------------------------------------------------------------

/// What folds, the least needed first: all of it is also in the menus and has a key.
std::vector<TransportBar::Group> TransportBar::groups() const
{
    return {{m_unit},  {m_end}, {m_toSwitch}, {m_axis}, {m_export}, {m_present}, {m_speed}, {m_compare, m_compareWith},
            {m_start}, {m_back}};
}

/// Of the bar while the first groups are folded.
int TransportBar::widthWithout(std::size_t folded, int slider) const
{
    int width = 2 * kBarMargin - kBarGap + slider + kBarGap;
    const auto add = [&width](const QWidget *widget) { width += leastWidth(*widget) + kBarGap; };
    const std::vector<Group> all = groups();
    for (std::size_t i = folded; i < all.size(); ++i)
        std::ranges::for_each(all[i], add);
    add(m_play);
    add(m_forward);
    add(m_time);
    if (m_drawer->isVisibleTo(this))
        add(m_drawer);
    if (m_leading && m_leading->isVisibleTo(this))
        add(m_leading);
    if (folded > 0 || !m_menus.isEmpty())
        add(m_more);
    return width;
}

QSize TransportBar::minimumSizeHint() const
{
    return {widthWithout(groups().size(), kLeastSlider), QFrame::minimumSizeHint().height()};
}

void TransportBar::fold()
{
    const std::vector<Group> all = groups();
    std::size_t folded = 0;
    while (folded < all.size() && widthWithout(folded, kRoomySlider) > width())
        ++folded;
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (QWidget *widget : all[i])
            widget->setVisible(i >= folded);
    }
    m_more->setVisible(folded > 0 || !m_menus.isEmpty());
}

/// What is folded now, in the order of the bar.
void TransportBar::fillMenu()
{
    QMenu *menu = m_more->menu();
    menu->clear();
    for (QAbstractButton *button : findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly)) {
        if (button->isVisibleTo(this))
            continue;
        auto *tool = qobject_cast<QToolButton *>(button);
        if (tool && tool->menu()) {
            if (tool != m_compareWith)
                tool->menu()->setTitle(tool->accessibleName());
            menu->addMenu(tool->menu());
        } else if (button != m_drawer) {
            QAction *action = menu->addAction(button->icon(), tool ? button->toolTip() : button->text());
            action->setEnabled(button->isEnabled());
            action->setCheckable(button->isCheckable());
            action->setChecked(button->isChecked());
            connect(action, &QAction::triggered, button, &QAbstractButton::click);
        }
    }
    if (m_menus.isEmpty())
        return;
    menu->addSeparator();
    for (QMenu *more : m_menus)
        menu->addMenu(more);
}

void TransportBar::setLeading(QWidget *widget)
{
    m_leading = widget;
    static_cast<QHBoxLayout *>(layout())->insertWidget(1, widget);
    widget->installEventFilter(this);
    fold();
}

bool TransportBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_leading && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        fold();
    return QFrame::eventFilter(watched, event);
}

void TransportBar::setDrawerOffered(bool offered)
{
    m_drawer->setVisible(offered);
    fold();
}

void TransportBar::setMenus(const QList<QMenu *> &menus)
{
    m_menus = menus;
    fold();
}

void TransportBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fold();
}

/// Words or the size of type have changed.
bool TransportBar::event(QEvent *event)
{
    const bool handled = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return handled;
}

void TransportBar::connectPlayback()
{
    connect(m_drawer, &QToolButton::clicked, this, &TransportBar::drawerClicked);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &TransportBar::fillMenu);
    connect(m_start, &QToolButton::clicked, &m_playback, &Playback::toStart);
    connect(m_back, &QToolButton::clicked, this, [this] { m_playback.stepBack(unit()); });
    connect(m_play, &QToolButton::clicked, this, [this] {
        m_playback.togglePlaying();
        m_play->setChecked(m_playback.playing()); // where there is nothing to play it stays as it was
    });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_playback.stepForward(unit()); });
    connect(m_end, &QToolButton::clicked, &m_playback, &Playback::toEnd);
    connect(m_toSwitch, &QToolButton::clicked, &m_playback, &Playback::runToNextSwitch);
    connect(m_unit, &ChoiceButton::chosen, this,
            [this](int index) { m_stepKind = kUnits[static_cast<std::size_t>(index)]; });
    connect(m_speed, &ChoiceButton::chosen, this,
            [this](int index) { m_playback.setSpeed(kSpeeds[static_cast<std::size_t>(index)]); });
    connect(m_slider, &TimeSlider::sought, this, &TransportBar::seek);
    connect(m_slider, &TimeSlider::sliderPressed, this, [this] { m_playback.setPlaying(false); });
    connect(m_compare, &QPushButton::clicked, this, &TransportBar::compareToggled);
    connect(m_axis, &QPushButton::clicked, this,
            [this] { Q_EMIT axisStepsToggled(!m_axis->property("steps").toBool()); });
    connect(m_present, &QPushButton::clicked, this, &TransportBar::presentClicked);
    connect(m_export, &QPushButton::clicked, this, &TransportBar::exportClicked);
    connect(&m_playback, &Playback::changed, this, &TransportBar::showMoment);
    connect(&m_playback, &Playback::playingChanged, this, [this] {
        restyle();
        showMoment();
    });
    connect(&m_playback, &Playback::speedChanged, this, &TransportBar::showSpeed);
}

void TransportBar::addChoices()
{
    m_unit->setChoices({tr("event"), tr("switch"), tr("pass")});
    m_unit->setCurrent(static_cast<int>(std::ranges::find(kUnits, m_stepKind) - kUnits.begin()));
    QStringList speeds;
    for (const double speed : kSpeeds)
        speeds.append(speed == Playback::kFullSpeed ? tr("max.") : tr("%1×").arg(QLocale().toString(speed)));
    m_speed->setChoices(speeds);
    showSpeed();
}

void TransportBar::showSpeed()
{
    m_speed->setCurrent(static_cast<int>(speedPlace(m_playback.speed())));
}

void TransportBar::setCompared(bool compared, bool possible)
{
    m_compare->setChecked(compared);
    m_compare->setEnabled(possible);
}

void TransportBar::setCompareMenu(QMenu *menu)
{
    m_compareWith->setMenu(menu);
}

void TransportBar::setAxisSteps(bool steps)
{
    m_axis->setProperty("steps", steps);
    m_axis->setText(steps ? tr("Axis: steps") : tr("Axis: clock"));
    access::setControl(*m_axis, m_axis->text(), tr("A"), tr("Time by the clock, or one column a step (A)"));
}

void TransportBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange && m_time) {
        restyle();
        addChoices(); // as wide as their widest
    }
}

void TransportBar::retranslate()
{
    access::setControl(*m_drawer, tr("The lessons"), tr("Ctrl+L"));
    access::setControl(*m_more, tr("More"));
    access::setControl(*m_start, tr("To the start"), tr("Home"));
    access::setControl(*m_back, tr("One step back"), tr("Left"),
                       tr("One step back (an event: Left, a task switch: Shift+Left, a pass of the loop: Ctrl+Left)"));
    access::setControl(*m_play, tr("Play"), tr("Space"), tr("Play or pause (Space)"));
    access::setControl(*m_forward, tr("One step on"), tr("Right"),
                       tr("One step on (an event: Right, a task switch: Shift+Right, a pass of the loop: Ctrl+Right)"));
    access::setControl(*m_toSwitch, tr("Run to the next task switch"), tr("N"));
    access::setControl(*m_end, tr("To the end"), tr("End"));
    m_unit->setWhat(tr("How far a step goes"));
    m_speed->setWhat(tr("Speed"), tr("slower: <, faster: >"));
    access::setControl(*m_slider, tr("Time"));
    m_compare->setText(tr("Compare"));
    access::setControl(*m_compare, m_compare->text(), tr("C"),
                       tr("Show the lesson beside the one it is compared with"));
    access::setControl(*m_compareWith, tr("Choose what to compare with"));
    m_present->setText(tr("Present F5"));
    access::setControl(*m_present, tr("Present"), tr("F5"), tr("Full screen (F5)"));
    m_export->setText(tr("Export"));
    access::setControl(*m_export, m_export->text(), tr("Ctrl+E"), tr("Save the picture (Ctrl+E)"));
    setAccessibleName(tr("Playback"));
    setAxisSteps(m_axis->property("steps").toBool());
    addChoices();
    showMoment();
}

void TransportBar::sizeButtons()
{
    const auto scaled = [scale = m_appearance.typeScale()](int pixels) {
        return static_cast<int>(std::lround(pixels * scale));
    };
    const QSize button(scaled(kBarButton.width()), scaled(kBarButton.height()));
    for (QAbstractButton *each : findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly)) {
        auto *tool = qobject_cast<QToolButton *>(each);
        const bool choice = tool && (qobject_cast<ChoiceButton *>(tool) || tool == m_compareWith);
        each->setIconSize(choice ? QSize(scaled(kBarArrow), scaled(kBarArrow))
                                 : QSize(scaled(kBarIcon), scaled(kBarIcon)));
        each->setMinimumHeight(button.height());
        if (tool && !choice)
            each->setMinimumWidth(button.width());
    }
    m_compareWith->setMinimumWidth(scaled(30));
}

void TransportBar::restyle()
{
    sizeButtons();
    const QColor color = m_appearance.theme().text;
    m_drawer->setIcon(symbolIcon(Symbol::Menu, color));
    m_more->setIcon(symbolIcon(Symbol::More, color));
    m_start->setIcon(symbolIcon(Symbol::ToStart, color));
    m_back->setIcon(symbolIcon(Symbol::StepBack, color));
    m_play->setChecked(m_playback.playing());
    m_play->setIcon(symbolIcon(m_playback.playing() ? Symbol::Pause : Symbol::Play, m_appearance.onAccent()));
    m_forward->setIcon(symbolIcon(Symbol::StepForward, color));
    m_toSwitch->setIcon(symbolIcon(Symbol::ToSwitch, color));
    m_end->setIcon(symbolIcon(Symbol::ToEnd, color));
    m_compareWith->setIcon(symbolIcon(Symbol::Open, color));
    QFont font(timeline::fontFamily(), m_appearance.pointSize());
    font.setPointSizeF(m_appearance.pointSize() * 1.35);
    font.setBold(true);
    m_time->setFont(font);
    const QFontMetrics metrics(font);
    m_time->setFixedSize(metrics.horizontalAdvance(clockText(instantAt(88'888'000'000))) + 4, metrics.height());
}

/// Where all happens at one instant, the slider goes along the turns.
void TransportBar::seek(Duration place)
{
    if (!countsSteps()) {
        m_playback.seek(Instant(place));
        return;
    }
    m_playback.recordAll();
    const std::size_t run = m_playback.runCount() - 1;
    const auto &steps = m_playback.run(run).spans().steps();
    const auto step = static_cast<std::size_t>(std::lround(toSeconds(place)));
    if (step == 0)
        m_playback.toStart();
    else if (step >= steps.size())
        m_playback.toEnd();
    else
        m_playback.seekEvent(run, steps[step - 1]);
}

bool TransportBar::countsSteps() const
{
    return m_playback.timeless() && m_playback.runCount() > 0;
}

void TransportBar::showPlace()
{
    if (!countsSteps()) {
        m_slider->show(m_playback.now().time_since_epoch(), m_playback.extent().time_since_epoch(),
                       m_playback.playing());
        return;
    }
    const std::size_t run = m_playback.runCount() - 1;
    const auto &steps = m_playback.run(run).spans().steps();
    const auto done = std::ranges::lower_bound(steps, m_playback.moment(run).cursor) - steps.begin();
    m_slider->showSteps(m_playback.atEnd() ? static_cast<int>(steps.size()) : static_cast<int>(done),
                        static_cast<int>(steps.size()), m_playback.playing());
}

void TransportBar::showMoment()
{
    const QString time = clockText(m_playback.now());
    // Of a fixed size, or each frame would lay out the whole window again.
    if (const int needed = m_time->fontMetrics().horizontalAdvance(time) + 4; needed > m_time->minimumWidth())
        m_time->setFixedWidth(needed);
    m_time->setText(time);
    showPlace();
    m_end->setEnabled(!m_playback.atEnd() || m_playback.playing());
}

} // namespace coroscope
