// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/introduction.h"

#include "app/controls/appearance.h"
#include "app/controls/icons.h"
#include "app/course/lesson_texts.h"
#include "app/panels/lesson_words.h"
#include "app/session/session.h"

#include <QCursor>
#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

/// The most of the window's height that it takes: the source below needs the rest.
constexpr double kMostHeight = 0.38;

} // namespace

Introduction::Introduction(const Session &session, const Appearance &appearance, QWidget *parent)
    : QFrame(parent), m_session(session), m_appearance(appearance), m_heading(new QToolButton(this)), m_scroll(new QScrollArea(this)),
      m_text(new QLabel)
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_heading->setObjectName(QStringLiteral("introductionHeading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIconSize(QSize(12, 12));
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setFocusPolicy(Qt::TabFocus);
    m_text->setContentsMargins(0, 0, 6, 4);
    m_scroll->setWidget(m_text);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_text->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_scroll, 1);
    connect(m_heading, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    connect(m_text, &QLabel::linkHovered, this, &Introduction::showDefinition);
    connect(m_text, &QLabel::linkActivated, this, &Introduction::wordChosen);
    connect(&appearance, &Appearance::changed, this, &Introduction::restyle);
    connect(&session, &Session::opened, this, &Introduction::showLesson);
    restyle();
}

void Introduction::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    restyle();
    Q_EMIT expandedChanged(expanded);
}

void Introduction::setHeadingShown(bool shown)
{
    m_headed = shown;
    m_heading->setVisible(shown);
    setProperty("card", shown);
    style()->unpolish(this);
    style()->polish(this);
    setSizePolicy(QSizePolicy::Preferred, shown ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    restyle();
}

void Introduction::setOffered(bool offered)
{
    m_offered = offered;
    showLesson();
}

QSize Introduction::sizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int heading = m_heading->sizeHint().height() + margins.top() + margins.bottom();
    if (!m_expanded)
        return {200, heading};
    // Room for the scroll bar in any case: once it is there, the text needs the height that keeps it there.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int width = std::max(120, this->width() - margins.left() - margins.right() - bar);
    const int text = m_text->heightForWidth(width) + 6;
    const int most = static_cast<int>(window()->height() * kMostHeight);
    return {200, std::min(heading + layout()->spacing() + text, most)};
}

void Introduction::showLesson()
{
    setVisible(m_offered && m_session.current());
    if (!m_session.current())
        return;
    m_text->setText(html());
    updateGeometry();
}

QString Introduction::html() const
{
    const QString language = formats::textLanguage();
    const QString lesson = m_session.lesson();
    const formats::LessonTexts &texts = formats::lessonTexts(lesson, language);
    QString html = QStringLiteral("<p style='margin-top:0'>%1</p>").arg(richText(texts.introduction));
    if (!texts.notice.isEmpty()) {
        html += QStringLiteral("<p style='margin-bottom:2px'><b>%1</b></p><ul style='margin-top:0;margin-left:-22px'>").arg(tr("What to notice").toHtmlEscaped());
        for (const QString &point : texts.notice)
            html += QStringLiteral("<li>%1</li>").arg(richText(point));
        html += QStringLiteral("</ul>");
    }
    QStringList words;
    for (const QString &key : texts.words) {
        if (const formats::GlossaryEntry *entry = formats::glossaryEntry(key, language))
            words.append(QStringLiteral("<a href='%1' style='color:%2'>%3</a>").arg(key, m_appearance.theme().accent.name(), entry->word.toHtmlEscaped()));
    }
    if (!words.isEmpty())
        html += QStringLiteral("<p style='margin-bottom:0'>%1</p>").arg(words.join(QStringLiteral(" · ")));
    return html;
}

void Introduction::showDefinition(const QString &key)
{
    const formats::GlossaryEntry *entry = formats::glossaryEntry(key, formats::textLanguage());
    if (entry)
        QToolTip::showText(QCursor::pos(), QStringLiteral("<p>%1</p>").arg(richText(entry->definition)), m_text);
    else
        QToolTip::hideText();
}

void Introduction::restyle()
{
    m_heading->setText(tr("About this lesson"));
    m_heading->setToolTip(m_expanded ? tr("Folds the text away") : tr("Shows what the lesson is about"));
    m_heading->setAccessibleName(m_heading->text());
    m_heading->setIcon(symbolIcon(m_expanded ? Symbol::Open : Symbol::Closed, m_appearance.theme().accent));
    m_text->setAccessibleName(m_heading->text());
    m_scroll->setVisible(m_expanded || !m_headed);
    showLesson();
    updateGeometry();
}

void Introduction::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        restyle();
}

void Introduction::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateGeometry(); // the text breaks in other places
}

} // namespace coroscope
