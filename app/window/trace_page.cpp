// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/trace_page.h"

#include "app/access/spoken.h"
#include "app/chart/slice_chart.h"
#include "app/chart/slice_overview.h"
#include "app/controls/appearance.h"
#include "app/controls/clipboard.h"
#include "app/controls/flow_layout.h"
#include "app/controls/splitter.h"
#include "app/export/picture.h"
#include "app/panels/details_panel.h"
#include "app/readers/slice_remarks.h"
#include "app/timeline/slice_hit.h"
#include "app/timeline/slice_layout.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace coroscope {

TracePage::TracePage(const Appearance &appearance, QWidget *parent)
    : QWidget(parent), m_bar(new QBoxLayout(QBoxLayout::LeftToRight)), m_chart(new SliceChart(appearance)),
      m_overview(new SliceOverview(*m_chart, appearance)), m_details(new DetailsPanel),
      m_parts(new Splitter(Qt::Horizontal)), m_back(addButton()), m_fit(addButton()), m_lanes(addButton()),
      m_showDetails(addButton()), m_export(addButton()), m_previous(addButton()), m_next(addButton()),
      m_search(new QLineEdit), m_found(new QLabel), m_facts(new QLabel), m_limits(new QLabel)
{
    m_lanes->setCheckable(true);
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(360);
    m_facts->setTextFormat(Qt::PlainText);
    access::setQuiet(*m_facts);
    access::setRole(*m_facts, QAccessible::Notification);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_limits->setProperty("role", QStringLiteral("muted"));
    m_limits->setWordWrap(true);

    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(buttons, 6, 6);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_fit), static_cast<QWidget *>(m_lanes),
          static_cast<QWidget *>(m_showDetails), static_cast<QWidget *>(m_export)})
        flow->addWidget(widget);
    auto *searching = new QHBoxLayout;
    searching->addWidget(m_found);
    searching->addWidget(m_search, 1);
    searching->addWidget(m_previous);
    searching->addWidget(m_next);
    m_bar->setContentsMargins(12, 8, 12, 0);
    m_bar->addWidget(buttons, 1);
    m_bar->addLayout(searching, 1);
    auto *words = new QVBoxLayout;
    words->setContentsMargins(14, 0, 14, 10);
    words->addWidget(m_facts);
    words->addWidget(m_limits);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(m_bar);
    auto *charts = new QWidget;
    auto *both = new QVBoxLayout(charts);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(2);
    both->addWidget(m_chart, 1);
    both->addWidget(m_overview);
    m_parts->addWidget(charts);
    m_parts->addWidget(m_details);
    m_parts->setStretchFactor(0, 1);
    m_parts->setCollapsible(0, false);
    m_parts->setCollapsible(1, false);
    m_details->hide();
    column->addWidget(m_parts, 1);
    column->addLayout(words);

    connect(m_back, &QToolButton::clicked, this, &TracePage::left);
    connect(m_fit, &QToolButton::clicked, m_chart, &SliceChart::fit);
    connect(m_lanes, &QToolButton::toggled, m_chart, &SliceChart::setFitLanes);
    connect(m_export, &QToolButton::clicked, this, &TracePage::exportPicture);
    connect(m_next, &QToolButton::clicked, this, [this] { searchAgain(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { searchAgain(false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { searchAgain(true); });
    connect(m_search, &QLineEdit::textChanged, m_found, &QLabel::clear);
    connect(m_chart, &SliceChart::searchRequested, this, &TracePage::focusSearch);
    connect(m_chart, &SliceChart::selectionChanged, this, &TracePage::tellSelection);
    connect(m_chart, &SliceChart::selectionChanged, this, &TracePage::showDetails);
    connect(m_chart, &SliceChart::findRequested, this, [this](const QString &name, bool forward) {
        m_search->setText(name);
        search(name, forward);
    });
    connect(m_chart, &SliceChart::detailsRequested, this, &TracePage::toggleDetails);
    connect(m_details, &DetailsPanel::closed, this, &TracePage::toggleDetails);
    connect(m_details, &DetailsPanel::spanChosen, m_chart, &SliceChart::reveal);
    connect(m_showDetails, &QToolButton::toggled, this, &TracePage::showDetails);
    retranslate();
}

QToolButton *TracePage::addButton()
{
    auto *button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

void TracePage::show(std::shared_ptr<const Slices> slices, const QString &path,
                     std::unique_ptr<formats::ByteSource> text)
{
    m_path = path;
    m_text = std::move(text);
    m_chart->setSlices(std::move(slices), QFileInfo(path).fileName());
    m_overview->renew();
    m_found->clear();
    retranslate();
    m_chart->setFocus();
}

void TracePage::forget()
{
    if (!m_chart->slices())
        return;
    m_path.clear();
    m_text.reset();
    m_chart->setSlices(nullptr, QString());
    m_overview->renew();
    m_search->clear();
}

bool TracePage::search(const QString &text, bool forward)
{
    const Slices *slices = m_chart->slices();
    if (!slices || text.isEmpty())
        return false;
    const std::string wanted = text.toStdString();
    const std::size_t count = countSlices(*slices, wanted);
    m_found->setText(timeline::spanCountText(count));
    auto found = findSlice(*slices, wanted, m_chart->selected(), forward);
    if (!found) // round
        found = findSlice(*slices, wanted, std::nullopt, forward);
    if (!found)
        return false;
    m_chart->reveal(*found);
    return true;
}

bool TracePage::searchAgain(bool forward)
{
    return search(m_search->text(), forward);
}

bool TracePage::leaveSearch()
{
    if (!m_search->hasFocus() && !m_chart->selected())
        return false;
    if (!m_search->hasFocus())
        m_chart->select({});
    m_chart->setFocus();
    return true;
}

void TracePage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void TracePage::exportPicture()
{
    if (!m_chart->slices())
        return;
    const QString name = QFileInfo(m_path).completeBaseName() + QStringLiteral(".png");
    auto *chooser = new QFileDialog(this, tr("Export a picture"), QString(), tr("Pictures (*.png *.svg *.pdf)"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, this, &TracePage::exportTo);
    chooser->open();
}

void TracePage::exportTo(const QString &path)
{
    if (!m_chart->slices())
        return;
    const auto format = formats::pictureFormat(path).value_or(formats::PictureFormat::Png);
    const auto written = formats::writePicture(path, timeline::layoutSlices(m_chart->request(m_chart->size())), format,
                                               {.title = QFileInfo(m_path).fileName()});
    if (!written.ok())
        tell(written.error);
}

void TracePage::copyPicture()
{
    if (m_chart->slices()
        && !coroscope::copyPicture(timeline::layoutSlices(m_chart->request(m_chart->size())), 2,
                                   QFileInfo(m_path).fileName()))
        tell(tr("The picture is too large for the clipboard."));
}

void TracePage::tell(const QString &sentence)
{
    m_facts->setText(sentence);
    access::announce(*m_facts);
}

void TracePage::tellSelection()
{
    const Slices *slices = m_chart->slices();
    const auto &selected = m_chart->selected();
    if (!slices || !selected) {
        tell(tr("Click a span to see what it is, or press Shift and an arrow key; the wheel zooms, dragging moves."));
        return;
    }
    timeline::SliceHit hit{.lane = selected->lane, .span = selected};
    QString facts = timeline::describe(*slices, hit);
    facts.replace(QLatin1Char('\n'), QStringLiteral(" · "));
    tell(timeline::laneText(slices->lanes()[selected->lane]) + QStringLiteral(" · ") + facts);
}

/// From the first span that is selected on: until then there is nothing to show.
void TracePage::showDetails()
{
    const Slices *slices = m_chart->slices();
    const auto &selected = m_chart->selected();
    const bool before = m_details->isVisibleTo(m_parts);
    m_details->setVisible(slices && m_showDetails->isChecked() && (selected || before));
    if (!m_details->isVisibleTo(m_parts))
        return;
    if (!before) {
        const bool beside = m_parts->orientation() == Qt::Horizontal;
        const int room = beside ? m_parts->width() : m_parts->height();
        const int wanted = std::min(beside ? m_details->sizeHint().width() : m_details->sizeHint().height(), room / 2);
        m_parts->setSizes({room - wanted, wanted});
    }
    m_details->show(selected ? detailsOf(*slices, *selected, m_text.get()) : std::vector<DetailRow>());
}

void TracePage::toggleDetails()
{
    const bool shown = m_details->isVisibleTo(m_parts);
    if (!shown && m_showDetails->isChecked() && !m_chart->selected()) // there is nothing to show
        return;
    m_showDetails->setChecked(!shown);
    if (m_details->isVisibleTo(m_parts))
        m_details->focusRows();
    else
        m_chart->setFocus();
}

void TracePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TracePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int kOneRowFrom = 60; // heights of the type
    m_parts->setOrientation(width() < kOneRowFrom * fontMetrics().height() ? Qt::Vertical : Qt::Horizontal);
    m_bar->setDirection(width() < kOneRowFrom * fontMetrics().height() ? QBoxLayout::TopToBottom
                                                                       : QBoxLayout::LeftToRight);
}

void TracePage::retranslate()
{
    const auto name = [](QToolButton *button, const QString &text, const QString &tip, const QString &keys = {}) {
        button->setText(text);
        access::setControl(*button, text, keys, keys.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, keys));
    };
    name(m_back, tr("Back to the lessons"), tr("Closes the trace and shows the lesson again"));
    name(m_fit, tr("Everything"), tr("Shows the whole trace"), tr("F"));
    name(m_lanes, tr("All lanes"), tr("All lanes at once, however low they get"));
    name(m_showDetails, tr("Details"), tr("What is known of the selected span"), tr("D"));
    name(m_export, tr("Export…"), tr("Saves what the chart shows as a picture"));
    name(m_previous, tr("Previous"), tr("To the span before with this name"));
    name(m_next, tr("Next"), tr("To the next span with this name"));
    m_search->setPlaceholderText(tr("Search spans by name"));
    m_search->setAccessibleName(tr("Search spans by name"));
    m_parts->setAccessibleName(tr("Timeline and details"));
    QString limits = tr(
        "A trace of another program: it tells what took how long. It does not say who waits for what or has the thread, so there is no loop, "
        "job table or source to show.");
    if (const Slices *slices = m_chart->slices())
        for (const QString &remark : formats::remarksOn(*slices))
            limits += QLatin1Char(' ') + remark;
    m_limits->setText(limits);
    m_parts->nameHandle(1, tr("Size of the details"));
    tellSelection();
    showDetails();
}

} // namespace coroscope
