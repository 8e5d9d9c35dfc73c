using System;
using System.Collections;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

/// <summary>Values by key, in the order in which they were added.</summary>
[Serializable]
public abstract class DataCollection<TKey, TValue> : ICollection<KeyValuePair<TKey, TValue>>, IEnumerable<KeyValuePair<TKey, TValue>>, IEnumerable
{
    private readonly IDictionary<TKey, TValue> _values = new Dictionary<TKey, TValue>();

    protected internal DataCollection()
    {
    }

    public virtual bool IsReadOnly { get; internal set; }

    public int Count => _values.Count;

    public ICollection<TKey> Keys => _values.Keys;

    public ICollection<TValue> Values => _values.Values;

    /// <exception cref="KeyNotFoundException">There is no such key.</exception>
    public virtual TValue this[TKey key]
    {
        get => _values[key];
        set
        {
            Changing();
            _values[key] = value;
        }
    }

    public void Add(KeyValuePair<TKey, TValue> item)
    {
        Changing();
        _values.Add(item);
    }

    /// <exception cref="ArgumentException">The key is there already.</exception>
    public void Add(TKey key, TValue value)
    {
        Changing();
        _values.Add(key, value);
    }

    public void AddRange(params KeyValuePair<TKey, TValue>[] items) => AddRange((IEnumerable<KeyValuePair<TKey, TValue>>)items);

    public void AddRange(IEnumerable<KeyValuePair<TKey, TValue>> items)
    {
        if (items == null)
            return;
        Changing();
        foreach (var item in items)
            _values.Add(item);
    }

    public void Clear()
    {
        Changing();
        _values.Clear();
    }

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public bool Contains(KeyValuePair<TKey, TValue> key) => _values.Contains(key);

    public bool ContainsKey(TKey key) => _values.ContainsKey(key);

    public bool TryGetValue(TKey key, out TValue value) => _values.TryGetValue(key, out value);

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) => _values.CopyTo(array, arrayIndex);

    public bool Remove(TKey key)
    {
        Changing();
        return _values.Remove(key);
    }

    public bool Remove(KeyValuePair<TKey, TValue> item)
    {
        Changing();
        return _values.Remove(item);
    }

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private void Changing()
    {
        if (IsReadOnly)
            throw new InvalidOperationException("The collection is read-only.");
    }
}
