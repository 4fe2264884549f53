// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/table_copy.h"

#include "core/text/table_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace coroscope {

namespace {

std::string textOf(const JobTable &table, TableFormat format)
{
    switch (format) {
    case TableFormat::Markdown: return markdownOf(table);
    case TableFormat::Csv: return csvOf(table);
    case TableFormat::Html: return htmlOf(table);
    case TableFormat::Latex: break;
    }
    return latexOf(table);
}

} // namespace

void copyTable(const JobTable &table, TableFormat format)
{
    const QString text = QString::fromStdString(textOf(table, format));
    auto *data = new QMimeData;
    data->setText(text);
    if (format == TableFormat::Html)
        data->setHtml(text);
    if (format == TableFormat::Csv)
        data->setData(QStringLiteral("text/csv"), text.toUtf8());
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace coroscope
