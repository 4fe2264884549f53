// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/web/columns.h"

#include <QHash>
#include <QJsonDocument>

#include <cmath>
#include <map>

namespace coroscope::formats {

namespace {

class Columns {
public:
    explicit Columns(int end) : m_end(end) {}

    void add(const QJsonArray &row, const QJsonValue &language)
    {
        m_languages.append(language);
        m_looks.append(lookOf({row[0], row[1], row[2], row[3]}));
        m_firsts.append(difference(row[4], m_first));
        m_lasts.append(row[5].isDouble() ? QJsonValue(m_end - row[5].toInt()) : row[5]);
        const QJsonArray along = row[6].toArray();
        m_x.append(along.isEmpty() ? QJsonValue(0) : difference(along[0], m_left));
        m_y.append(along.size() > 1 ? along[1] : QJsonValue(0));
        const QJsonValue text = row.at(7);
        m_texts.append(text.isUndefined() || text == QJsonValue(QString()) ? QJsonValue(0) : text);
        m_spans.append(row.size() > 8 ? spanOf(row[8].toArray()) : QJsonValue(0));
    }

    [[nodiscard]] QJsonObject take() const
    {
        return {{QStringLiteral("k"), m_table}, {QStringLiteral("l"), m_looks}, {QStringLiteral("f"), m_firsts},
                {QStringLiteral("t"), m_lasts}, {QStringLiteral("x"), m_x},     {QStringLiteral("y"), m_y},
                {QStringLiteral("s"), m_texts}, {QStringLiteral("p"), m_spans}, {QStringLiteral("w"), m_languages}};
    }

private:
    int lookOf(const QJsonArray &look)
    {
        const QByteArray name = QJsonDocument(look).toJson(QJsonDocument::Compact);
        const auto known = m_numbers.constFind(name);
        if (known != m_numbers.constEnd())
            return *known;
        m_table.append(look);
        return *m_numbers.insert(name, static_cast<int>(m_table.size()) - 1);
    }

    /// Hundredths are whole numbers here, so that nothing is lost on the way.
    static QJsonValue difference(const QJsonValue &value, double &before)
    {
        if (!value.isDouble())
            return value;
        const double now = value.toDouble();
        return std::round((now - std::exchange(before, now)) * 100) / 100;
    }

    QJsonValue spanOf(const QJsonArray &key)
    {
        const int run = key[0].toInt();
        double &before = m_before[{run, key[1].toInt()}];
        const QJsonValue span = difference(key[2], before);
        return run == 0 ? QJsonArray{key[1], span} : QJsonArray{key[1], span, run};
    }

    int m_end;
    double m_first = 0;
    double m_left = 0;
    std::map<std::pair<int, int>, double> m_before; ///< span, by run and lane
    QHash<QByteArray, int> m_numbers;
    QJsonArray m_table;
    QJsonArray m_looks;
    QJsonArray m_firsts;
    QJsonArray m_lasts;
    QJsonArray m_x;
    QJsonArray m_y;
    QJsonArray m_texts;
    QJsonArray m_spans;
    QJsonArray m_languages;
};

} // namespace

QJsonObject columnsOf(const QJsonArray &items, int end)
{
    Columns columns(end);
    for (const QJsonValue &item : items) {
        if (item.isArray()) {
            columns.add(item.toArray(), 0);
            continue;
        }
        const QJsonObject alone = item.toObject();
        const QString language = alone.keys().first();
        columns.add(alone.value(language).toArray(), language);
    }
    return columns.take();
}

} // namespace coroscope::formats
