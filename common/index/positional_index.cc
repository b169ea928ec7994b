#include "common/index/positional_index.h"

#define XXH_INLINE_ALL

#include <algorithm>
#include <bit>
#include <deque>
#include <limits>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/hash.h"
#include "common/index/bit_stream.h"

namespace kiosque::index {
namespace {

/// Terms are told apart by a hash below 2^kHashBits times their number.
constexpr unsigned kHashBits = 12;

/// Bits of a form's code.
constexpr unsigned kFormBits = 12;

/// Terms of one group: positions of those before it need not be read.
constexpr std::uint64_t kGroup = 32;

/// More terms than any document has; keeps the product above within 64 bits.
constexpr std::uint64_t kMaxTerms = 1u << 24;

/// The hash of a term in a document of `entries` terms: its place among that many times
/// 2^kHashBits.
std::uint64_t reduced(std::uint64_t hash, std::uint64_t entries) {
  return ((hash >> 32) * entries) >> (32 - kHashBits);
}

/// The Rice parameter for `count` positions up to `last`: where they are spread evenly, a gap is
/// `last / (count + 1)` on average, and log2 of 2/3 of the mean is near the best parameter.
/// R. F. Rice: Some Practical Universal Noiseless Coding Techniques, 1979.
unsigned rice_parameter(std::uint32_t last, std::uint64_t count) {
  const std::uint64_t mean = last / (count + 1) * 2 / 3;
  return mean < 2 ? 0 : static_cast<unsigned>(std::bit_width(mean)) - 1;
}

void put_number(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80);
  bytes += static_cast<char>(value);
}

/// LEB128, taken off `bytes`; 0 where there is none.
std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 63 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
  return 0;
}

struct Entry {
  std::uint64_t hash;
  TermPositions at;
};

FormCode form_at(const TermPositions& term, std::size_t i) {
  return term.forms.empty() ? FormCode{0} : term.forms[i];
}

/// Both, in order; where both name a position, the first form counts.
Occurrences merged(const TermPositions& a, const TermPositions& b) {
  std::vector<std::pair<std::uint32_t, FormCode>> all;
  for (const TermPositions* term : {&a, &b}) {
    for (std::size_t i = 0; i < term->positions.size(); ++i) {
      all.emplace_back(term->positions[i], form_at(*term, i));
    }
  }
  std::ranges::stable_sort(all, {}, &std::pair<std::uint32_t, FormCode>::first);
  Occurrences both;
  for (const auto& [position, form] : all) {
    if (!both.positions.empty() && both.positions.back() == position) continue;
    both.positions.push_back(position);
    both.forms.push_back(form);
  }
  return both;
}

/// By reduced hash; the few terms that share one become one, kept in `storage`.
std::vector<Entry> sorted_entries(std::span<const TermPositions> terms,
                                  std::deque<Occurrences>& storage) {
  std::vector<std::pair<std::uint64_t, std::size_t>> order;
  order.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    order.emplace_back(reduced(terms[i].hash, terms.size()), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<Entry> entries;
  entries.reserve(order.size());
  for (const auto& [hash, term] : order) {
    if (!entries.empty() && entries.back().hash == hash) {
      storage.push_back(merged(entries.back().at, terms[term]));
      entries.back().at = {terms[term].hash, storage.back().positions, storage.back().forms};
    } else {
      entries.push_back({hash, terms[term]});
    }
  }
  return entries;
}

std::string encoded_hashes(const std::vector<Entry>& entries) {
  std::string bytes;
  BitWriter bits(bytes);
  std::uint64_t next = 0;
  for (const Entry& entry : entries) {
    bits.rice(entry.hash - next, kHashBits);
    next = entry.hash + 1;
  }
  bits.finish();
  return bytes;
}

void put_positions(BitWriter& bits, std::span<const std::uint32_t> positions, std::uint32_t last) {
  bits.gamma(positions.size());
  const unsigned parameter = rice_parameter(last, positions.size());
  std::uint32_t before = 0;
  for (const std::uint32_t position : positions) {
    bits.rice(position - before - 1, parameter);
    before = position;
  }
}

/// Reads what put_positions() wrote.
void take_positions(BitReader& bits, std::uint32_t last, std::vector<std::uint32_t>& positions) {
  positions.clear();
  const std::uint64_t count = bits.gamma();
  const unsigned parameter = rice_parameter(last, count);
  std::uint64_t position = 0;
  for (std::uint64_t i = 0; i < count && bits.ok(); ++i) {
    position += bits.rice(parameter) + 1;
    positions.push_back(static_cast<std::uint32_t>(position));
  }
}

/// Passes over what put_positions() wrote; how many there were.
std::uint64_t skip_positions(BitReader& bits, std::uint32_t last) {
  const std::uint64_t count = bits.gamma();
  const unsigned parameter = rice_parameter(last, count);
  for (std::uint64_t i = 0; i < count && bits.ok(); ++i) (void)bits.rice(parameter);
  return count;
}

/// The bits that tell `forms` apart.
unsigned choice_bits(std::size_t forms) { return static_cast<unsigned>(std::bit_width(forms - 1)); }

/// A zero if all are of code 0. Else a one, the different codes (their number, then each), and
/// which of them each occurrence has.
void put_forms(BitWriter& bits, std::span<const FormCode> forms) {
  const bool any = std::any_of(forms.begin(), forms.end(), [](FormCode code) { return code != 0; });
  bits.put(any ? 1 : 0, 1);
  if (!any) return;
  std::vector<FormCode> codes(forms.begin(), forms.end());
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  bits.gamma(codes.size());
  for (const FormCode code : codes) bits.put(code, kFormBits);
  if (codes.size() == 1) return;
  for (const FormCode form : forms) {
    const auto choice = std::lower_bound(codes.begin(), codes.end(), form) - codes.begin();
    bits.put(static_cast<std::uint64_t>(choice), choice_bits(codes.size()));
  }
}

/// Reads what put_forms() wrote for `count` occurrences. `codes` is memory to use again.
void take_forms(BitReader& bits, std::size_t count, std::vector<FormCode>& codes,
                std::vector<FormCode>& forms) {
  forms.assign(count, 0);
  if (bits.get(1) == 0) return;
  const std::uint64_t different = bits.gamma();
  if (different > count) {
    bits.fail();
    return;
  }
  codes.clear();
  for (std::uint64_t i = 0; i < different; ++i) {
    codes.push_back(static_cast<FormCode>(bits.get(kFormBits)));
  }
  if (different == 1) {
    forms.assign(count, codes.front());
    return;
  }
  for (FormCode& form : forms) {
    const std::uint64_t choice = bits.get(choice_bits(different));
    if (choice < different) form = codes[choice];
  }
}

/// Passes over what put_forms() wrote for `count` occurrences.
void skip_forms(BitReader& bits, std::uint64_t count) {
  if (bits.get(1) == 0) return;
  const std::uint64_t different = bits.gamma();
  if (different > count) {
    bits.fail();
    return;
  }
  bits.skip(different * kFormBits + (different > 1 ? count * choice_bits(different) : 0));
}

}  // namespace

std::uint64_t position_hash(std::string_view term) noexcept { return hash64(term); }

FormCode form_code(std::string_view form, std::string_view stem) noexcept {
  if (equals_ignoring_case(form, stem)) return 0;  // that of a name has a capital
  constexpr std::uint64_t kCodes = (1u << kFormBits) - 1;
  return static_cast<FormCode>(1 + hash64(form) % kCodes);
}

std::string encode_positions(std::span<const TermPositions> terms, std::uint32_t title_end) {
  if (terms.empty() || terms.size() > kMaxTerms) return {};
  std::deque<Occurrences> storage;
  const std::vector<Entry> entries = sorted_entries(terms, storage);
  std::uint32_t last = 0;
  for (const Entry& entry : entries) last = std::max(last, entry.at.positions.back());

  std::string bytes;
  put_number(bytes, terms.size());
  put_number(bytes, terms.size() - entries.size());
  put_number(bytes, last);
  put_number(bytes, title_end);
  const std::string hashes = encoded_hashes(entries);
  put_number(bytes, hashes.size());
  std::string positions;
  BitWriter bits(positions);
  std::size_t group_begin = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && i % kGroup == 0) {
      put_number(bytes, bits.size() - group_begin);
      group_begin = bits.size();
    }
    put_positions(bits, entries[i].at.positions, last);
    put_forms(bits, entries[i].at.forms);
  }
  bits.finish();
  return bytes + hashes + positions;
}

PositionalIndex::PositionalIndex(std::string_view encoded) {
  terms_ = take_number(encoded);
  if (terms_ > kMaxTerms) terms_ = 0;
  entries_ = terms_ - std::min(take_number(encoded), terms_);
  last_position_ = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(take_number(encoded), std::numeric_limits<std::uint32_t>::max()));
  title_end_ = static_cast<std::uint32_t>(take_number(encoded));
  const std::uint64_t hash_bytes = take_number(encoded);
  group_begins_.push_back(0);
  for (std::uint64_t first = kGroup; first < entries_ && !encoded.empty(); first += kGroup) {
    group_begins_.push_back(group_begins_.back() + take_number(encoded));
  }
  hashes_ = encoded.substr(0, hash_bytes);
  positions_ = encoded.substr(hashes_.size());
}

void PositionalIndex::find(std::span<const std::uint64_t> terms,
                           std::span<Occurrences> found) const {
  struct Wanted {
    std::uint64_t hash;
    std::size_t term;
    std::uint64_t entry;
  };
  std::vector<Wanted> wanted;
  wanted.reserve(terms.size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    found[i].positions.clear();
    found[i].forms.clear();
    wanted.push_back({reduced(terms[i], terms_), i, entries_});
  }
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.hash < b.hash; });

  BitReader hashes(hashes_);
  auto next = wanted.begin();
  std::uint64_t hash = 0;
  for (std::uint64_t entry = 0; entry < entries_ && next != wanted.end(); ++entry, ++hash) {
    hash += hashes.rice(kHashBits);
    if (!hashes.ok()) break;
    while (next != wanted.end() && next->hash < hash) ++next;
    for (; next != wanted.end() && next->hash == hash; ++next) next->entry = entry;
  }
  std::erase_if(wanted, [&](const Wanted& one) { return one.entry == entries_; });

  BitReader bits(positions_);
  std::vector<FormCode> codes;
  for (const Wanted& one : wanted) {
    const std::uint64_t group = one.entry / kGroup;
    if (group >= group_begins_.size() || group_begins_[group] > positions_.size() * 8) return;
    bits.go_to(group_begins_[group]);
    for (std::uint64_t entry = group * kGroup; entry < one.entry && bits.ok(); ++entry) {
      skip_forms(bits, skip_positions(bits, last_position_));
    }
    Occurrences& at = found[one.term];
    take_positions(bits, last_position_, at.positions);
    take_forms(bits, at.positions.size(), codes, at.forms);
    if (!bits.ok()) at = {};
  }
}

}  // namespace kiosque::index
