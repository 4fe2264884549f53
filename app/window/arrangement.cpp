// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/arrangement.h"

#include "app/controls/card.h"
#include "app/controls/splitter.h"
#include "app/panels/introduction.h"
#include "app/panels/tables.h"

#include <QDataStream>
#include <QEvent>
#include <QFontInfo>
#include <QFrame>
#include <QIODevice>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace coroscope {

namespace {

constexpr int kGap = 10;
constexpr int kCentreTop = 2;
/// In a window that is less high, the tables would leave too little of the chart.
constexpr int kRoomForTables = 800;
/// In heights of the type: three columns need as much, or the chart gets too little.
constexpr int kWideFrom = 88;
constexpr int kHighFrom = 46;
constexpr int kVerdictFrom = 60;    ///< wide: it stands in one line
constexpr int kParametersFrom = 50; ///< wide: they do, too
/// Of the window's height, on a small screen.
constexpr double kChartShare = 0.46;
constexpr double kMostDrawer = 0.85; ///< of the width
constexpr quint32 kStateVersion = 2;

Splitter *makeSplitter(Qt::Orientation orientation, int handle)
{
    auto *splitter = new Splitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(handle);
    return splitter;
}

/// What a layout gives the widget at least, at this width.
int heightOf(const QWidget *widget, int width)
{
    if (widget->isHidden())
        return 0;
    return widget->hasHeightForWidth() ? widget->heightForWidth(width)
                                       : std::max(widget->minimumHeight(), widget->sizeHint().height());
}

} // namespace

Arrangement::Arrangement(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_columns(makeSplitter(Qt::Horizontal, 2)), m_veil(new QWidget(this))
{
    m_columns->addWidget(parts.lessons);
    m_columns->addWidget(makeCentre());
    m_columns->addWidget(makeSide());
    m_columns->setStretchFactor(1, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(parts.transport);
    rows->addWidget(m_columns, 1);
    rows->addWidget(parts.messages);
    retranslate();
    m_veil->hide();
    m_veil->installEventFilter(this);
    for (QWidget *widget : {m_parametersRoom, parts.predict, parts.cards, parts.verdict, parts.explanation,
                            static_cast<QWidget *>(m_columns)})
        widget->installEventFilter(this);
    connect(m_centre, &QSplitter::splitterMoved, this, [this] {
        if (m_compact)
            m_lowerWish = m_centre->sizes().last();
    });
}

QWidget *Arrangement::makeCentre()
{
    m_centre = makeSplitter(Qt::Vertical, kGap);
    m_upper = new QWidget;
    auto *column = new QVBoxLayout(m_upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_parametersRoom = new QWidget; // hidden while the strip itself says whether there are any
    auto *room = new QVBoxLayout(m_parametersRoom);
    room->setContentsMargins(0, 0, 0, 0);
    room->addWidget(m_parts.parameters);
    column->addWidget(m_parametersRoom);
    column->addWidget(m_parts.chart, 1);
    column->addWidget(m_parts.overview);
    column->addWidget(m_parts.verdict);
    column->addWidget(m_parts.predict);
    column->addWidget(m_parts.cards);
    column->addWidget(m_parts.explanation);
    m_centre->addWidget(m_upper);
    m_lower = new QWidget;
    auto *lower = new QVBoxLayout(m_lower);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->addWidget(inCard(m_parts.tables));
    m_centre->addWidget(m_lower);
    m_centre->setStretchFactor(0, 1);
    return inRoom(m_centre, {0, kCentreTop, 0, kGap});
}

QWidget *Arrangement::makeSide()
{
    m_side = makeSplitter(Qt::Vertical, kGap);
    m_upperSide = new QWidget;
    auto *column = new QVBoxLayout(m_upperSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_parts.introduction);
    column->addWidget(m_sourceCard = inCard(m_parts.source), 1);
    m_side->addWidget(m_upperSide);
    m_side->addWidget(m_lowerSide = inCard(m_parts.console));
    m_side->setStretchFactor(0, 3);
    m_side->setStretchFactor(1, 2);
    return m_sideColumn = inRoom(m_side, {0, kGap, kGap, kGap});
}

void Arrangement::reset(QSize room)
{
    chooseForm(room);
    m_drawerOpen = false;
    m_tabsShown = true;
    m_lowerWish = 0;
    m_shown[static_cast<int>(Area::Lessons)] = m_shown[static_cast<int>(Area::Side)] = true;
    m_shown[static_cast<int>(Area::Tables)] = room.height() >= kRoomForTables;
    showParts();
    if (m_compact)
        m_wide = {}; // as on the first day, when there is room again
    else
        shareWide(room);
    Q_EMIT shownChanged();
}

void Arrangement::shareWide(QSize room)
{
    if (m_sourceFirst) {
        const int source = std::clamp(room.width() * 38 / 100, 420, 900);
        const int lower = std::clamp(room.height() * 16 / 100, 150, 240);
        m_columns->setSizes({source, room.width() - source});
        m_centre->setSizes({room.height() - lower, lower});
        m_side->setSizes({room.height() * 70 / 100, room.height() * 30 / 100});
        return;
    }
    const int left = std::min(m_parts.lessons->sizeHint().width(), room.width() / 4);
    const int right = std::clamp(room.width() * 26 / 100, 330, 620);
    const int lower = std::clamp(room.height() * 22 / 100, 190, 300);
    m_columns->setSizes({left, room.width() - left - right, right});
    m_centre->setSizes({room.height() - lower, lower});
    m_side->setSizes({room.height() * 74 / 100, room.height() * 26 / 100});
}

// The two forms ------------------------------------------------------------------------------------------------

void Arrangement::chooseForm(QSize room)
{
    const int em = QFontInfo(font()).pixelSize();
    const bool low = room.height() < kHighFrom * em;
    setForm(low || room.width() < kWideFrom * em, low && room.width() < kParametersFrom * em);
}

void Arrangement::setForm(bool compact, bool tight)
{
    if (compact == m_compact && tight == m_tight)
        return;
    const bool other = compact != m_compact;
    if (compact && other)
        m_wide = splits();
    const Tables::Tab tab = m_parts.tables->tab();
    m_compact = compact;
    m_tight = tight;
    m_drawerOpen = false;
    m_parts.tables->setGuests({});
    if (!tight) {
        m_parametersRoom->layout()->addWidget(m_parts.parameters);
    }
    compact ? makeCompact(tight) : makeWide();
    m_parts.tables->showTab(tab);
    showParts();
    if (other) {
        Q_EMIT compactChanged(compact);
        Q_EMIT drawerChanged(hasDrawer());
    }
    Q_EMIT shownChanged();
}

void Arrangement::makeCompact(bool tight)
{
    m_parts.lessons->setParent(this);
    QList<QWidget *> guests{m_parts.introduction, m_parts.source, m_parts.console};
    if (tight)
        guests.append(m_parts.parameters);
    m_parts.tables->setGuests(guests);
}

void Arrangement::makeWide()
{
    placeColumns();
    static_cast<QBoxLayout *>(m_upperSide->layout())->insertWidget(0, m_parts.introduction);
    m_sourceCard->layout()->addWidget(m_parts.source);
    m_lowerSide->layout()->addWidget(m_parts.console);
    m_parts.source->show();
    m_parts.console->show();
    m_parts.chart->setMinimumHeight(0);
    shareAgain();
}

/// Those of the wide form, from left to right.
void Arrangement::placeColumns()
{
    if (m_sourceFirst) {
        m_parts.lessons->setParent(this);
        m_columns->insertWidget(0, m_sideColumn);
    } else {
        m_columns->insertWidget(0, m_parts.lessons);
        m_columns->addWidget(m_sideColumn);
    }
    m_sideColumn->layout()->setContentsMargins(m_sourceFirst ? kGap : 0, kGap, m_sourceFirst ? 0 : kGap, kGap);
    retranslate();
}

/// When the splitters have the room, too.
void Arrangement::shareAgain()
{
    const auto share = [this] {
        if (!m_compact)
            m_sourceFirst || m_wide.columns.isEmpty() ? shareWide(size()) : setSplits(m_wide);
    };
    QMetaObject::invokeMethod(this, share, Qt::QueuedConnection);
}

void Arrangement::setSourceFirst(bool first)
{
    if (first == m_sourceFirst)
        return;
    if (first)
        m_wide = splits();
    m_sourceFirst = first;
    m_drawerOpen = false;
    m_shown[static_cast<int>(Area::Side)] |= first;
    if (!m_compact) {
        placeColumns();
        shareAgain();
    } else if (first) {
        m_parts.tables->showTab(Tables::SourceTab);
    }
    showParts();
    if (!m_compact)
        Q_EMIT drawerChanged(hasDrawer());
    Q_EMIT shownChanged();
}

/// What is seen, by form and by what was chosen.
void Arrangement::showParts()
{
    const bool source = isBeside(Extra::Source);
    const bool console = isBeside(Extra::Console);
    m_parts.lessons->setVisible(!m_alone && isShown(Area::Lessons));
    m_sideColumn->setVisible(!m_compact && (m_alone ? source || console : isShown(Area::Side)));
    m_upperSide->setVisible(!m_alone || source);
    m_lowerSide->setVisible(!m_alone || console);
    m_parts.introduction->setOffered(!m_alone || m_compact); // of a program that is a copy of a lesson's listing, too
    m_lower->setVisible(m_alone ? isBeside(Extra::Tables) || (m_compact && (source || console))
                                : isShown(Area::Tables));
    m_parts.transport->setVisible(!m_alone);
    m_parts.overview->setVisible(!m_alone && !m_compact);
    m_parametersRoom->setVisible(!m_alone && !m_tight);
    shareRoom();
}

void Arrangement::shareRoom()
{
    const int em = QFontInfo(font()).pixelSize();
    m_parts.verdict->setMaximumHeight(m_compact && width() < kVerdictFrom * em ? 0 : QWIDGETSIZE_MAX);
    if (m_compact)
        shareHeight();
    placeDrawer();
}

/// On a small screen: the chart gets its share first, then what belongs to it, and the tabs have the rest.
void Arrangement::shareHeight()
{
    const int whole = window()->height();
    const int room = m_columns->height() - kCentreTop - kGap - (m_lower->isHidden() ? 0 : kGap);
    int others = 0;
    for (const QWidget *part :
         {m_parametersRoom, m_parts.verdict, m_parts.predict, m_parts.cards, m_parts.explanation}) {
        if (part->maximumHeight() > 0)
            others += heightOf(part, width());
    }
    const int least = m_lower->isHidden() ? 0 : m_lower->minimumSizeHint().height();
    const int share = static_cast<int>(std::ceil(whole * kChartShare));
    const int chart = std::max(0, std::min(share, room - others - least));
    m_parts.chart->setMinimumHeight(chart);
    if (m_lower->isHidden())
        return;
    const int most = std::max(least, room - others - chart);
    const int lower = std::clamp(m_lowerWish > 0 ? m_lowerWish : most, least, most);
    m_centre->setSizes({room - lower, lower});
}

void Arrangement::placeDrawer()
{
    const bool open = hasDrawer() && !m_parts.lessons->isHidden();
    m_veil->setVisible(open);
    if (!open)
        return;
    const QRect below = m_columns->geometry();
    const int wide =
        std::min(m_parts.lessons->sizeHint().width() + kGap, static_cast<int>(below.width() * kMostDrawer));
    m_veil->setGeometry(below);
    m_veil->raise();
    m_parts.lessons->setGeometry(below.left(), below.top(), wide, below.height());
    m_parts.lessons->raise();
}

// What is shown ------------------------------------------------------------------------------------------------

void Arrangement::setShown(Area area, bool shown)
{
    if (area == Area::Lessons && hasDrawer())
        m_drawerOpen = shown;
    else if (!m_compact)
        m_shown[static_cast<int>(area)] = shown;
    else
        m_tabsShown = shown;
    if (m_compact && area == Area::Side && shown)
        m_parts.tables->showTab(Tables::SourceTab);
    showParts();
    Q_EMIT shownChanged();
}

bool Arrangement::isShown(Area area) const
{
    if (area == Area::Lessons && hasDrawer())
        return m_drawerOpen;
    return m_compact ? m_tabsShown : m_shown[static_cast<int>(area)];
}

void Arrangement::setAlone(bool alone)
{
    m_alone = alone;
    m_drawerOpen = false;
    std::ranges::fill(m_beside, false);
    showParts();
}

void Arrangement::setBeside(Extra extra, bool shown)
{
    if (!m_alone)
        return;
    if (m_compact) // one row of tabs
        std::ranges::fill(m_beside, false);
    m_beside[static_cast<int>(extra)] = shown;
    if (m_compact && shown && extra != Extra::Tables)
        m_parts.tables->showTab(extra == Extra::Source ? Tables::SourceTab : Tables::ConsoleTab);
    showParts();
}

void Arrangement::setMargin(int margin)
{
    for (QWidget *widget :
         {m_parts.parameters, m_parts.verdict, m_parts.predict, m_parts.cards, m_parts.explanation, m_lower})
        widget->setContentsMargins(margin, 0, margin, 0);
}

/// With larger type the lessons need more room; it is taken from the chart.
void Arrangement::fitLessons()
{
    if (hasDrawer() || m_parts.lessons->isHidden())
        return;
    QList<int> sizes = m_columns->sizes();
    const int missing = std::min(m_parts.lessons->sizeHint().width(), width() / 4) - sizes[0];
    if (missing <= 0)
        return;
    sizes[0] += missing;
    sizes[1] -= missing;
    m_columns->setSizes(sizes);
}

void Arrangement::retranslate()
{
    // A handle stands before its part, and the first part has none.
    if (!hasDrawer())
        m_columns->nameHandle(1, tr("Width of the lessons"));
    m_columns->nameHandle(m_columns->count() - 1, tr("Width of the source and the console"));
    m_centre->nameHandle(1, tr("Height of the tables"));
    m_side->nameHandle(1, tr("Height of the console"));
    m_columns->setAccessibleName(tr("Lessons, chart and source"));
    m_centre->setAccessibleName(tr("Chart and tables"));
    m_side->setAccessibleName(tr("Source and console"));
}

void Arrangement::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    const auto fit = [this] {
        chooseForm(size());
        fitLessons();
        shareRoom();
    };
    QMetaObject::invokeMethod(this, fit, Qt::QueuedConnection); // when the parts have the type, too
}

void Arrangement::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    chooseForm(size());
    shareRoom();
}

bool Arrangement::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_veil && event->type() == QEvent::MouseButtonPress) {
        setShown(Area::Lessons, false);
        return true;
    }
    const bool resized = event->type() == QEvent::Resize || event->type() == QEvent::Show
                         || event->type() == QEvent::Hide || event->type() == QEvent::LayoutRequest;
    if (watched != m_veil && resized && hasDrawer())
        QMetaObject::invokeMethod(this, &Arrangement::shareRoom, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

// What is remembered -------------------------------------------------------------------------------------------

Arrangement::Splits Arrangement::splits() const
{
    return hasDrawer() ? m_wide : Splits{m_columns->saveState(), m_centre->saveState(), m_side->saveState()};
}

void Arrangement::setSplits(const Splits &splits)
{
    if (hasDrawer()) {
        m_wide = splits;
        return;
    }
    m_columns->restoreState(splits.columns);
    m_centre->restoreState(splits.centre);
    m_side->restoreState(splits.side);
}

QByteArray Arrangement::state() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    const Splits now = splits();
    out << kStateVersion << now.columns << now.centre << now.side;
    for (const bool shown : m_shown)
        out << shown;
    out << m_tabsShown << m_lowerWish;
    return bytes;
}

bool Arrangement::restore(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    Splits stored;
    bool shown[3] = {};
    bool tabs = true;
    int lower = 0;
    in >> version >> stored.columns >> stored.centre >> stored.side >> shown[0] >> shown[1] >> shown[2] >> tabs
        >> lower;
    if (in.status() != QDataStream::Ok || version != kStateVersion)
        return false;
    setSplits(stored);
    std::ranges::copy(shown, m_shown);
    m_tabsShown = tabs;
    m_lowerWish = lower;
    showParts();
    Q_EMIT shownChanged();
    return true;
}

} // namespace coroscope
