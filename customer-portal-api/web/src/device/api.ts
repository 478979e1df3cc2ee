import { portal, take } from "../contract/client";
import type { Device, PushConfiguration } from "../contract/types";

export function pushConfiguration(): Promise<PushConfiguration> {
  return take(portal.GET("/push-configuration"));
}

export async function devices(): Promise<Device[]> {
  const { items } = await take(portal.GET("/devices"));
  return items;
}

export interface NewDevice {
  readonly id: string;
  readonly token: string;
  readonly label: string;
  readonly consentId: string;
}

export function registerDevice(device: NewDevice): Promise<Device> {
  return take(portal.POST("/devices", { body: device }));
}

export async function removeDevice(deviceId: string): Promise<void> {
  await take(portal.DELETE("/devices/{deviceId}", { params: { path: { deviceId } } }));
}
