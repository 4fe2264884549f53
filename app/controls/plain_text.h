// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QProxyStyle>
#include <QTableView>
#include <QTextDocument>

namespace coroscope {

// Names, printed lines and paths come from files and programs of others. Qt takes what looks like markup for markup,
// which would be drawn, or load a picture from a path that it names.

/// For a tooltip: the text as it is.
[[nodiscard]] inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text)
               ? QStringLiteral("<p style='white-space: pre-wrap'>%1</p>").arg(text.toHtmlEscaped())
               : text;
}

/// For a menu: & begins no shortcut.
[[nodiscard]] inline QString plainEntry(QString text)
{
    return text.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

/// Fusion, in which labels show their text as it is unless they ask for markup, and the columns of tables keep apart.
class PlainStyle : public QProxyStyle {
public:
    PlainStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

    using QProxyStyle::polish;
    void polish(QWidget *widget) override
    {
        auto *label = qobject_cast<QLabel *>(widget);
        const bool tip = label && label->windowFlags().testFlag(Qt::ToolTip); // of all widgets in turn: see plainTip()
        if (label && !tip && label->textFormat() == Qt::AutoText)
            label->setTextFormat(Qt::PlainText);
        QProxyStyle::polish(widget);
    }

    /// A number at the right of its column and a word at the left of the next one would be read as one.
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        constexpr int kApart = 7;
        if (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView *>(widget))
            return kApart;
        if (metric == PM_HeaderMargin && widget && qobject_cast<const QTableView *>(widget->parentWidget()))
            return kApart;
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

} // namespace coroscope
