// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/input_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace coroscope::formats {

/// A JSON text as a tree that knows where each value stands in its file, for readers that report mistakes. Flat: one
/// record of 20 bytes a value, in the order of the text; no recursion anywhere, so depth cannot overflow the stack.
class JsonTree {
public:
    enum class Type : std::uint8_t { Null, False, True, Number, String, Array, Object };

private:
    struct Record {
        std::uint32_t offset = 0;
        std::uint32_t next = 0; ///< the record after this value and all within it
        std::uint32_t text = 0; ///< where its text begins in m_texts
        std::uint32_t length = 0;
        Type type = Type::Null;
    };

public:
    /// A value of a tree; valid as long as the tree stays where it is.
    class Value {
    public:
        [[nodiscard]] Type type() const { return record().type; }
        [[nodiscard]] bool isArray() const { return type() == Type::Array; }
        [[nodiscard]] bool isObject() const { return type() == Type::Object; }
        [[nodiscard]] bool isString() const { return type() == Type::String; }
        /// Of its first byte.
        [[nodiscard]] std::size_t offset() const { return record().offset; }
        /// A string without its escapes, a number as it is written.
        [[nodiscard]] std::string_view text() const;
        /// The items of an array; keys and values of an object in turns.
        [[nodiscard]] std::vector<Value> items() const;

    private:
        friend class JsonTree;
        Value(const JsonTree &tree, std::uint32_t index) : m_tree(&tree), m_index(index) {}
        [[nodiscard]] const Record &record() const { return m_tree->m_records[m_index]; }

        const JsonTree *m_tree;
        std::uint32_t m_index;
    };

    /// Throws ReadFailure: not JSON, not UTF-8, nested deeper than `maxDepth`, or a key twice in an object.
    /// At most 4 GiB.
    [[nodiscard]] static JsonTree parse(const QByteArray &bytes, int maxDepth);

    [[nodiscard]] Value root() const { return {*this, 0}; }

private:
    friend class JsonTreeBuilder;

    std::vector<Record> m_records;
    std::string m_texts;
};

} // namespace coroscope::formats
