using System.Text.Json.Serialization.Metadata;

namespace CredBot.Bot.State;

/// <summary>A named, typed piece of a conversation's state.</summary>
/// <param name="Name">Unique within the product.</param>
/// <param name="Type">How it is written; source generated, so that no type name is ever loaded from the store.</param>
public sealed record StateProperty<T>(string Name, JsonTypeInfo<T> Type) where T : class;
