// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/console_panel.h"

#include "app/controls/appearance.h"
#include "app/models/console_model.h"
#include "app/panels/notices.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

namespace coroscope {

ConsolePanel::ConsolePanel(const Stage &stage, const Appearance &appearance, QWidget *parent)
    : Panel(stage, parent), m_model(new ConsoleModel(this)), m_heading(new QLabel(this)), m_empty(new QLabel(this)),
      m_list(new QListView(this)), m_notices(new Notices(this))
{
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_empty->setProperty("role", QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_list->setModel(m_model);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(2);
    m_list->setMinimumHeight(24); // what was noticed below it comes first
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 8, 8);
    column->addWidget(m_heading);
    column->addWidget(m_empty, 1);
    column->addWidget(m_list, 1);
    column->addWidget(m_notices);
    const auto restyle = [this, &appearance] {
        m_model->setFont(appearance.codeFont());
        m_model->setMark(appearance.theme().selection);
    };
    restyle();
    connect(&appearance, &Appearance::changed, this, restyle);
    connect(&stage.playback(), &Playback::playingChanged, this, [this] {
        if (isVisible())
            updateView();
    });
    const auto choose = [this](const QModelIndex &index) {
        Q_EMIT instantChosen(instantAt(index.data(ConsoleModel::TimeRole).toLongLong()));
    };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    retranslate();
}

void ConsolePanel::copy() const
{
    QGuiApplication::clipboard()->setText(m_model->text());
}

void ConsolePanel::setHeadingShown(bool shown)
{
    m_heading->setVisible(shown);
}

void ConsolePanel::resetView()
{
    m_model->clear();
    m_notices->clearRun();
}

void ConsolePanel::updateView()
{
    if (stage().empty())
        return;
    const std::size_t before = m_model->lineCount();
    m_model->show(moment());
    m_heading->setText(heading());
    m_empty->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    m_notices->show(moment(), describer().names(), stage().playback().playing());
    if (m_model->lineCount() != before)
        m_list->scrollToBottom();
}

QString ConsolePanel::heading() const
{
    return m_model->linesBefore() > 0 ? tr("Console – the last %1 lines").arg(ConsoleModel::kMostRows) : tr("Console");
}

void ConsolePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_notices->clearRun();
    updateView();
}

void ConsolePanel::retranslate()
{
    m_heading->setText(heading());
    m_empty->setText(
        tr("Nothing has been printed yet. Each line will stand here with its instant; a click on it goes there."));
    m_list->setAccessibleName(tr("Console"));
    setAccessibleName(tr("Console"));
}

} // namespace coroscope
