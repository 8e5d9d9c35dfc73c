using System;
using Crm.Extensions.CustomerView.Identity.Normalising;

namespace Crm.Extensions.CustomerView.Identity.Matching;

/// <summary>Keys of names and birth dates. Given names and surnames give the same keys, so that exchanged ones meet.</summary>
internal static class NameKeys
{
    private const int MostWords = 3;
    private const int ShortestWord = 2;

    public static void Write(NormalRecord record, KeyText key)
    {
        var birth = record.BirthDate;
        if (birth is { } date)
        {
            key.Begin("born").Add(InYear(date.Year, date.Month, date.Day)).End();
            if (record.City is { } city) key.Begin("borncity").Add(InYear(date.Year, date.Month, date.Day)).AddSound(city).End();
        }

        // a pet name with a typing error stands for nothing: the word as written has keys too
        Words(record, record.CanonicalGivenNames, key);
        if (!ReferenceEquals(record.GivenNames, record.CanonicalGivenNames)) Words(record, record.GivenNames, key);
        Words(record, record.FamilyNames, key);
        if (record.CanonicalGivenNames.Length == 0 || record.FamilyNames.Length == 0) return;

        for (var at = 0; at < Math.Min(2, record.FamilyNames.Length); at++) Pair(record, record.CanonicalGivenNames[0], record.FamilyNames[at], key);
    }

    private static void Words(NormalRecord record, string[] words, KeyText key)
    {
        for (var at = 0; at < Math.Min(MostWords, words.Length); at++)
        {
            var word = words[at];
            if (word.Length < ShortestWord) continue;

            key.Begin("word").Add(word).End();
            if (record.BirthDate is { } birth)
            {
                key.Begin("year").AddSound(word).Add(birth.Year).End();
                key.Begin("bones").AddSkeleton(word).Add(birth.Year).End();
                key.Begin("day").AddSound(word).Add(InYear(0, birth.Month, birth.Day)).End();
                key.Begin("boneday").AddSkeleton(word).Add(InYear(0, birth.Month, birth.Day)).End();
                key.Begin("initial").Add(word[0]).Add(InYear(birth.Year, birth.Month, birth.Day)).End();
            }

            if (record.City is { } city) key.Begin("city").AddSound(word).AddSound(city).End();
            if (record.Postcode is { } postcode) key.Begin("post").AddSound(word).Add(postcode).End();
        }
    }

    private static void Pair(NormalRecord record, string given, string family, KeyText key)
    {
        var first = string.CompareOrdinal(given, family) <= 0 ? given : family;
        var second = ReferenceEquals(first, given) ? family : given;
        key.Begin("name").AddSound(first).AddSound(second).End();
        key.Begin("initialname").Add(given[0]).AddSound(family).End();
        key.Begin("nameinitial").AddSound(given).Add(family[0]).End();
        key.Begin("bonename").AddSkeleton(first).AddSkeleton(second).End();
        if (record.BirthDate is { } birth)
        {
            key.Begin("nameyear").AddSound(first).AddSound(second).Add(birth.Year).End();
            key.Begin("nameday").AddSound(first).AddSound(second).Add(InYear(0, birth.Month, birth.Day)).End();
        }

        if (record.City is { } city) key.Begin("namecity").AddSound(first).AddSound(second).AddSound(city).End();
    }

    // day and month in order of size: exchanged ones meet
    private static int InYear(int year, int month, int day) => (year * 10000) + (Math.Min(month, day) * 100) + Math.Max(month, day);
}
